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
 * Lets everything be logged at DEBUG while the tests run, and fails the class of tests
 * during which something confidential was. JUnit finds it where it is on the class path.
 */
public final class LogCheck implements BeforeAllCallback, AfterAllCallback {

	private static final String NAME = "log-check";

	/**
	 * What the AWS SDK's own service clients log, which some tests compare with: their
	 * HTTP clients print what they send and receive.
	 */
	private static final List<String> OF_THE_SERVICE_SDK = List.of("io.netty.handler.logging.LoggingHandler",
			"io.netty.handler.codec.http2.Http2FrameLogger", "software.amazon.awssdk.awscore",
			"software.amazon.awssdk.request", "software.amazon.awssdk.core");

	/**
	 * Prints the headers that it signs, among them the session token: what the client can
	 * do about it is to say so in its documentation.
	 */
	private static final String SIGNER = "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner";

	private static final LogScan SCAN = new LogScan();

	/** For JUnit. */
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
			throw new AssertionError("Logged during these tests or just before:\n" + String.join("\n", found));
		}
	}

	static void attach() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (!(factory instanceof LoggerContext loggers)) {
			throw new IllegalStateException("Tests must log with Logback, not " + factory.getClass().getName());
		}
		Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		// Spring Boot sets up logging anew for each application.
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
		OF_THE_SERVICE_SDK.forEach((name) -> loggers.getLogger(name).setLevel(Level.INFO));
		loggers.getLogger(SIGNER).setLevel(Level.INFO);
	}

}
