package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.testserver.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that content that a peer sends instead of HTTP is neither logged nor in
 * exceptions.
 */
class UnreadableResponseTests {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final RawServer server = new RawServer();

	private final ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
		.region("eu-central-1")
		.endpoint(this.server.endpoint())
		.apiKey("key")
		.build();

	@BeforeEach
	void listen() {
		// Other threads log while it is read.
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void close() {
		this.root.detachAppender(this.log);
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"tulip\"} tulip tulip\r\n\r\n", "HTTP/1.1 tulip tulip\r\n\r\n",
			"HTTP/1.1 99 tulip\r\ncontent-length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: tulip\r\n\r\n",
			"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\ntulip\r\n",
			"HTTP/1.1 200 OK\r\n\u0000tulip: tulip\r\n\r\n" })
	void whenResponseIsNotHttpThenItsContentIsInNoMessageAndNoLog(String response) {
		this.server.respond(response);
		StepVerifier.create(this.client.converse(ConverseRequest.of("model", "text"))).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(InvalidResponseException.class);
			assertThat(messages(ex)).noneMatch(UnreadableResponseTests::leaks);
		}).verify(Duration.ofSeconds(20));
		assertThat(this.log.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.INFO))
			.allSatisfy((event) -> {
				assertThat(event.getFormattedMessage()).doesNotContainIgnoringCase("tulip");
				for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
					assertThat(at.getMessage()).doesNotContainIgnoringCase("tulip");
				}
			});
	}

	private static List<String> messages(Throwable failure) {
		List<String> messages = new ArrayList<>();
		for (Throwable at = failure; at != null; at = at.getCause()) {
			messages.add(String.valueOf(at.getMessage()));
		}
		return messages;
	}

	private static boolean leaks(String message) {
		return message.toLowerCase(Locale.ROOT).contains("tulip");
	}

}
