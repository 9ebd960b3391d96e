package io.bedrockruntime.logcheck;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * JUnit extension that logs everything at DEBUG while tests run, and fails a test class
 * during which confidential text was logged. JUnit detects it on the class path.
 */
public final class LogCheck implements BeforeAllCallback, AfterAllCallback {

	private static final String NAME = "log-check";

	/**
	 * Loggers of the AWS SDK's service clients, which some tests compare with. Their HTTP
	 * clients log requests and responses.
	 */
	private static final List<String> SERVICE_SDK = List.of("io.netty.handler.logging.LoggingHandler",
			"io.netty.handler.codec.http2.Http2FrameLogger", "software.amazon.awssdk.awscore",
			"software.amazon.awssdk.request", "software.amazon.awssdk.core");

	/**
	 * The AWS signer logs the headers that it signs, including the session token. The
	 * client cannot prevent that, so its documentation warns of it.
	 */
	private static final String SIGNER = "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner";

	private static final LogScan SCAN = new LogScan();

	/**
	 * Create the extension.
	 */
	public LogCheck() {
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		attach();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		List<String> found = SCAN.takeFound();
		if (!found.isEmpty()) {
			throw new AssertionError(
					"Confidential text was logged during these tests or just before:\n" + String.join("\n", found));
		}
	}

	static void attach() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (!(factory instanceof LoggerContext loggers)) {
			throw new IllegalStateException("Tests must log with Logback, not " + factory.getClass().getName());
		}
		Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		// Spring Boot initializes logging again for each application.
		if (root.getAppender(NAME) != null) {
			return;
		}
		Level shown = root.getLevel();
		root.iteratorForAppenders().forEachRemaining((appender) -> appender.addFilter(new ShownBefore(loggers, shown)));
		SCAN.setName(NAME);
		SCAN.setContext(loggers);
		SCAN.start();
		root.addAppender(SCAN);
		root.setLevel(Level.DEBUG);
		SERVICE_SDK.forEach((name) -> loggers.getLogger(name).setLevel(Level.INFO));
		loggers.getLogger(SIGNER).setLevel(Level.INFO);
	}

}
