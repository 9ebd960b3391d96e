package io.bedrockruntime.samples.chat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit extension that starts Chromium and its driver for a test class, and stops them
 * afterwards.
 */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final String REQUIRE_ALL = "BEDROCK_RUNTIME_TESTS_REQUIRE_ALL";

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (chromium().isPresent() && driver().isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is installed");
		}
		String reason = "Chromium or chromedriver is not installed";
		if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
			throw new IllegalStateException(reason + ", and " + REQUIRE_ALL + " does not allow skipped tests");
		}
		if (context.getTestMethod().isEmpty()) {
			System.err.println("Skipping " + context.getDisplayName() + ": " + reason);
		}
		return ConditionEvaluationResult.disabled(reason);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Browser browser = store(context).computeIfAbsent(Browser.class,
				(type) -> new Browser(chromium().orElseThrow(), driver().orElseThrow()), Browser.class);
		browser.reset();
		return browser;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Browser browser = store(context).get(Browser.class, Browser.class);
		if (browser != null && context.getExecutionException().isPresent()) {
			browser.screenshot("failed-" + context.getRequiredTestMethod().getName());
		}
	}

	/** Return the store of the test class, which closes the browser. */
	private static Store store(ExtensionContext context) {
		return context.getParent().orElseThrow().getStore(NAMESPACE);
	}

	private static Optional<Path> chromium() {
		return find("CHROMIUM", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
	}

	private static Optional<Path> driver() {
		return find("CHROMEDRIVER", "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver",
				"/usr/local/bin/chromedriver");
	}

	private static Optional<Path> find(String variable, String... places) {
		return Stream.concat(Stream.ofNullable(System.getenv(variable)), Stream.of(places))
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

}
