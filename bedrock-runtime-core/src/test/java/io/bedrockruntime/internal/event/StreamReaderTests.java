package io.bedrockruntime.internal.event;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue;
import io.bedrockruntime.eventstream.HeaderValue.IntegerValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.exception.ModelTimeoutException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.testdata.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConverseStreamReader} and {@link ResponseStreamReader}.
 */
class StreamReaderTests {

	private static final String STOP = "{\"stopReason\":\"end_turn\",\"p\":\"abc\"}";

	private static final String METADATA = "{\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},"
			+ "\"metrics\":{\"latencyMs\":4},\"p\":\"abc\"}";

	private final ConverseStreamReader reader = new ConverseStreamReader("ConverseStream");

	private final ResponseStreamReader chunks = new ResponseStreamReader("InvokeModelWithResponseStream");

	@Test
	void whenMessageStopAndMetadataArrivedThenStreamIsComplete() {
		assertThat(this.reader.isComplete()).isFalse();
		read("messageStart", "{\"role\":\"assistant\"}");
		read("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"}}");
		read("messageStop", STOP);
		assertThat(this.reader.isComplete()).isFalse();
		read("metadata", METADATA);
		assertThat(this.reader.isComplete()).isTrue();
		assertThatCode(this.reader::endOfStream).doesNotThrowAnyException();
	}

	@Test
	void whenStreamEndsBeforeItsMetadataThenExceptionNamesIt() {
		read("messageStop", STOP);
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(this.reader::endOfStream)
			.withMessageContaining("before its metadata");
	}

	@Test
	void whenMetadataPrecedesMessageStopThenStreamIsIncomplete() {
		read("metadata", METADATA);
		assertThat(this.reader.isComplete()).isFalse();
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(this.reader::endOfStream)
			.withMessageContaining("before the message stopped");
	}

	@Test
	void whenEventsFollowTheEndThenStreamRemainsComplete() {
		read("messageStop", STOP);
		read("metadata", METADATA);
		assertThat(read("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"late\"}}").text())
			.isEqualTo("late");
		read("messageStop", STOP);
		assertThat(this.reader.isComplete()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{}", "[1]", "7", "{\"a\":{\"b\":null}}" })
	void whenEventIsUnknownThenItIsKept(String json) {
		assertThat(read("somethingNew", json)).isInstanceOfSatisfying(ConverseStreamOutput.Unknown.class,
				(unknown) -> assertThat(unknown.name()).isEqualTo("somethingNew"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"contentBlockIndex\":secretword}", "{\"contentBlockIndex\":\"secretword\"}",
			"{\"delta\":{\"text\":\"secretword", "{\"delta\":{\"secretword\":", "secretword", "\"secretword\"" })
	void whenPayloadCannotBeReadThenNothingOfItIsInTheError(String json) {
		for (String type : List.of("contentBlockDelta", "messageStop", "somethingNew")) {
			try {
				read(type, json);
			}
			catch (MalformedMessageException ex) {
				assertThat(stackTrace(ex)).contains(type).doesNotContain("secretword");
			}
		}
	}

	@Test
	void whenInitialResponseArrivesThenItIsNotAnEvent() {
		assertThat(this.reader.read(Frames.event("initial-response", "{}"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "throttlingException", "ThrottlingException", "aws.protocols#ThrottlingException",
			"throttlingException:http://internal.amazon.com/coral/" })
	void whenExceptionIsModelledThenItIsOfItsClass(String type) {
		this.reader.responded(new ResponseMetadata("r-1", 200, Map.of(), 2), () -> {
		});
		assertThatExceptionOfType(ThrottlingException.class)
			.isThrownBy(() -> this.reader.read(exception(type, "{\"message\":\"Too many requests\"}")))
			.satisfies((ex) -> {
				assertThat(ex.errorCode()).isEqualTo("ThrottlingException");
				assertThat(ex.statusCode()).isEqualTo(429);
				assertThat(ex.requestId()).isEqualTo("r-1");
				assertThat(ex.attempts()).isEqualTo(2);
				assertThat(ex.error().inStream()).isTrue();
				assertThat(ex.isRetryable()).isTrue();
			});
	}

	@Test
	void whenExceptionHasMembersThenTheyAreKept() {
		String json = "{\"message\":\"m\",\"originalStatusCode\":502,\"originalMessage\":\"bad gateway\"}";
		assertThatExceptionOfType(ModelStreamErrorException.class)
			.isThrownBy(() -> this.reader.read(exception("modelStreamErrorException", json)))
			.satisfies((ex) -> {
				assertThat(ex.originalStatusCode()).isEqualTo(502);
				assertThat(ex.originalMessage()).isEqualTo("bad gateway");
			});
	}

	@ParameterizedTest
	@CsvSource({ "somethingNewException, somethingNewException", "'', ", "'  ', " })
	void whenExceptionIsUnknownThenItsCodeIsKept(String type, String code) {
		assertThatExceptionOfType(BedrockRuntimeServiceException.class)
			.isThrownBy(() -> this.reader.read(exception(type, "no json")))
			.satisfies((ex) -> {
				assertThat(ex.getClass()).isEqualTo(BedrockRuntimeServiceException.class);
				assertThat(ex.errorCode()).isEqualTo(code);
				assertThat(ex.statusCode()).isEqualTo(500);
				assertThat(ex.serviceMessage()).isNull();
				assertThat(ex.requestId()).isNull();
				assertThat(ex.error().rawBody()).isEqualTo("no json");
			});
	}

	@Test
	void whenErrorMessageComesThenItsHeadersTell() {
		assertThatExceptionOfType(BedrockRuntimeServiceException.class)
			.isThrownBy(() -> this.reader.read(Frames.of(EventStreamMessage.error("InternalFailure", "It broke."))))
			.withMessage("ConverseStream failed: InternalFailure (500): It broke.");
		assertThatExceptionOfType(ModelTimeoutException.class)
			.isThrownBy(() -> new ResponseStreamReader("InvokeModelWithResponseStream")
				.read(Frames.of(EventStreamMessage.error("ModelTimeoutException", "Too slow."))));
	}

	@Test
	void whenMessageTypeIsUnknownThenItIsMalformed() {
		List<EventStreamMessage> messages = List.of(Frames.message("{}"), Frames.message("{}", ":event-type", "chunk"),
				Frames.message("{}", ":message-type", "event"),
				Frames.message("{}", ":message-type", "EVENT", ":event-type", "chunk"),
				Frames.message("{}", ":message-type", "something", ":event-type", "chunk"),
				new EventStreamMessage(
						Map.of(":message-type", new IntegerValue(1), ":event-type", new StringValue("chunk")),
						new byte[0]),
				new EventStreamMessage(
						Map.of(":message-type", new StringValue("event"), ":event-type", new IntegerValue(1)),
						new byte[0]));
		for (EventStreamMessage message : messages) {
			assertThatExceptionOfType(MalformedMessageException.class)
				.isThrownBy(() -> this.reader.read(Frames.of(message)));
		}
	}

	@Test
	void whenHeadersVaryInMoreWaysThanAreRememberedThenEachIsRead() {
		for (int round = 0; round < 3; round++) {
			for (int i = 0; i < 30; i++) {
				Map<String, HeaderValue> headers = new LinkedHashMap<>();
				headers.put("number", new IntegerValue(i));
				headers.put(":event-type", new StringValue((i % 2 == 0) ? "chunk" : "other" + i));
				headers.put(":message-type", new StringValue("event"));
				EventStreamMessage message = new EventStreamMessage(headers,
						"{\"bytes\":\"YQ==\"}".getBytes(StandardCharsets.UTF_8));
				ResponseStream event = this.chunks.read(Frames.of(message));
				assertThat(BedrockRuntimeJson.memberName(event)).isEqualTo((i % 2 == 0) ? "chunk" : "other" + i);
			}
		}
	}

	private ConverseStreamOutput read(String type, String json) {
		ConverseStreamOutput event = this.reader.read(Frames.event(type, json));
		assertThat(event).isNotNull();
		return event;
	}

	private static EventStreamFrame exception(String type, String json) {
		return Frames.of(EventStreamMessage.exception(type, json.getBytes(StandardCharsets.UTF_8)));
	}

	private static String stackTrace(Throwable ex) {
		StringWriter writer = new StringWriter();
		ex.printStackTrace(new PrintWriter(writer));
		return writer.toString();
	}

}
