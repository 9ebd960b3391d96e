package io.bedrockruntime.test.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Image of the emulator that this project builds, without a registry.
 */
class EmulatorImage implements ExecutionCondition, BeforeAllCallback {

	static final String NAME = "bedrock-runtime-emulator:test";

	private static final String REQUIRE_ALL = "BEDROCK_RUNTIME_TESTS_REQUIRE_ALL";

	private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		String reason = missing();
		if (reason == null) {
			return ConditionEvaluationResult.enabled("The image can be built");
		}
		if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
			throw new IllegalStateException(reason + ", and " + REQUIRE_ALL + " does not allow skipped tests");
		}
		if (context.getTestMethod().isEmpty()) {
			System.err.println("Skipping " + context.getDisplayName() + ": " + reason);
		}
		return ConditionEvaluationResult.disabled(reason);
	}

	private static @Nullable String missing() {
		if (!System.getProperty("os.name").equals("Linux")) {
			return "The image contains the runtime of this machine, which must be Linux";
		}
		if (!hasJar()) {
			return "The executable jar of the emulator is missing: 'mvn verify' builds it, 'mvn test' does not";
		}
		return (run("docker", "info") == 0) ? null : "No Docker engine is available";
	}

	private static boolean hasJar() {
		try (Stream<Path> files = Files.list(PROJECT.resolve("bedrock-runtime-emulator/target"))) {
			return files.anyMatch((file) -> file.getFileName().toString().endsWith("-exec.jar"));
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		int status = run(PROJECT.resolve("docker/build-image.sh").toString(), NAME);
		if (status != 0) {
			throw new IllegalStateException("The image could not be built, see target/docker.log");
		}
	}

	/** Return the exit status, or -1 if the command does not exist. */
	private static int run(String... command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect
					.appendTo(Files.createDirectories(Path.of("target")).resolve("docker.log").toFile()));
			// The image contains the JDK that runs the tests.
			builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
			Process process = builder.start();
			if (!process.waitFor(5, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				return -1;
			}
			return process.exitValue();
		}
		catch (IOException ex) {
			return -1;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new IOException("Interrupted", ex));
		}
	}

}
