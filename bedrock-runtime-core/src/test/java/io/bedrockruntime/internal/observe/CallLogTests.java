package io.bedrockruntime.internal.observe;

import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CallLog}.
 */
class CallLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(CallLog.class);

	private final Level level = this.logger.getLevel();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final RawServer server = new RawServer();

	private final BedrockRuntimeTemplate client = new BedrockRuntimeTemplate(ReactiveBedrockRuntimeTemplate.builder()
		.region("eu-central-1")
		.endpoint(this.server.endpoint())
		.apiKey("canary-key")
		.build());

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.addAppender(this.log);
		this.logger.setLevel(Level.DEBUG);
	}

	@AfterEach
	void close() {
		this.logger.detachAppender(this.log);
		this.logger.setLevel(this.level);
		this.server.close();
	}

	private static String throttled(String requestId) {
		return "HTTP/1.1 429 \r\ncontent-length: 0\r\nx-amzn-errortype: ThrottlingException\r\nx-amzn-requestid: "
				+ requestId + "\r\n\r\n";
	}

	@Test
	void whenCallEndsThenOneLineIsLoggedWithoutContent() {
		AtomicInteger next = new AtomicInteger();
		this.server.respond((peer) -> peer.write((next.getAndIncrement() == 0) ? throttled("r-1")
				: Responses.ok(Responses.CONVERSE_RESPONSE.replace("Hi", "canary-response"))
					.replace("content-type", "x-amzn-requestid: r-2\r\ncontent-type")));
		this.client.converse((request) -> request.modelId("model").system("canary-system").user("canary-text"));
		assertThat(this.log.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.matches("Converse model=model region=eu-central-1 requestId=r-2 status=200 attempts=2 latencyMs=\\d+ "
					+ "serverMs=4 in=1 out=2 cacheRead=0 cacheWrite=0 stop=end_turn earlierRequestIds=\\[r-1\\]");
	}

	@Test
	void whenCallFailsThenTheLineHasTheTypeOfError() {
		this.server.respond(throttled("r-1"));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.client.converse((request) -> request.modelId("model").user("canary-text")));
		assertThat(this.log.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.matches("Converse model=model region=eu-central-1 requestId=r-1 status=429 attempts=3 latencyMs=\\d+ "
					+ "error=ThrottlingException earlierRequestIds=\\[r-1, r-1\\]");
	}

	@Test
	void whenStreamEndsThenTheLineHasTheTimeToFirstChunk() {
		this.server.respond(Responses::completeStream);
		assertThat(this.client.converseStream((request) -> request.modelId("model").user("text")).stream()).hasSize(4);
		assertThat(this.log.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.matches("ConverseStream model=model region=eu-central-1 requestId=r-1 status=200 attempts=1 "
					+ "latencyMs=\\d+ firstChunkMs=\\d+ serverMs=4 in=1 out=2 cacheRead=0 cacheWrite=0 stop=end_turn");
	}

	@Test
	void whenModelHasLineBreaksThenTheLogHasNone() {
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		this.client.converse((request) -> request.modelId("m\r\nforged=\u007f").user("text"));
		assertThat(this.log.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.startsWith("Converse model=m__forged=_ region");
	}

	@Test
	void whenLogIsDisabledThenNothingIsLogged() {
		this.logger.setLevel(Level.INFO);
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		this.client.converse((request) -> request.modelId("model").user("text"));
		assertThat(this.log.list).isEmpty();
	}

}
