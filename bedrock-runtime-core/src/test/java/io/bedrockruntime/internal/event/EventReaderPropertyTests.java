package io.bedrockruntime.internal.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.StreamSamples;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.EventStreamException;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.internal.eventstream.EventStreamFlux;
import io.bedrockruntime.internal.eventstream.EventStreamTimeouts;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Contract;
import io.bedrockruntime.model.ContractSamples;
import io.bedrockruntime.model.JsonText;
import io.bedrockruntime.model.Union;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.testdata.Choices;
import io.bedrockruntime.testdata.Frames;
import io.bedrockruntime.testdata.HangGuard;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Property tests for readers of events, with streams from the contract's events to broken
 * JSON under valid checksums. Each event equals the result of the JSON mapper, and the
 * stream ends in one of the documented ways, with an exception that quotes nothing.
 */
public class EventReaderPropertyTests {

	private static final List<String> ERRORS = List.of("throttlingException", "modelStreamErrorException",
			"modelTimeoutException", "internalServerException", "serviceUnavailableException", "validationException",
			"newException", "");

	@Provide
	Arbitrary<Choices> choices() {
		return Choices.any(500);
	}

	@Property
	void shouldEndConverseStreamAsDocumented(@ForAll("choices") Choices choices) {
		shouldEndAsDocumented(choices, "ConverseStreamOutput", () -> new ConverseStreamReader("ConverseStream"));
	}

	@Property
	void shouldEndResponseStreamAsDocumented(@ForAll("choices") Choices choices) {
		shouldEndAsDocumented(choices, "ResponseStream",
				() -> new ResponseStreamReader("InvokeModelWithResponseStream"));
	}

	@Property
	void shouldReadConverseEventsAsTheMapperDoes(@ForAll("choices") Choices choices) {
		shouldReadAsTheMapperDoes(choices, "ConverseStreamOutput", ConverseStreamOutput.class,
				new ConverseStreamReader("ConverseStream"));
	}

	@Property
	void shouldReadChunksAsTheMapperDoes(@ForAll("choices") Choices choices) {
		shouldReadAsTheMapperDoes(choices, "ResponseStream", ResponseStream.class,
				new ResponseStreamReader("InvokeModelWithResponseStream"));
	}

	private <T> void shouldEndAsDocumented(Choices choices, String union, Supplier<ServiceEventReader<T>> readers) {
		List<byte[]> messages = new ArrayList<>();
		for (int i = choices.below(6); i > 0; i--) {
			messages.add(message(choices, union));
		}
		StreamSamples samples = new StreamSamples(choices);
		Flux<DataBuffer> body = Flux.fromIterable(samples.pieces(samples.stream(messages)))
			.map(DefaultDataBufferFactory.sharedInstance::wrap);
		List<T> events = new ArrayList<>();
		Throwable failure = HangGuard
			.call(() -> EventStreamFlux.decode(body, readers, EventStreamLimits.defaults(), EventStreamTimeouts.none())
				.doOnNext(events::add)
				.then()
				.materialize()
				.block()
				.getThrowable());
		assertThat(events.toString()).doesNotContain(ContractSamples.CONTENT);
		if (failure != null) {
			assertThat(failure).isInstanceOfAny(EventStreamException.class, BedrockRuntimeServiceException.class);
			assertQuotesNothing(failure);
		}
	}

	/** The exception contains the service's message, but not its JSON. */
	private static void assertQuotesNothing(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertThat(String.valueOf(cause.getMessage())).doesNotContain(ContractSamples.CONTENT);
		}
	}

	private <U extends Union> void shouldReadAsTheMapperDoes(Choices choices, String union, Class<U> type,
			ServiceEventReader<U> reader) {
		Map<String, JsonNode> members = Contract.members(union);
		String frequent = members.containsKey("chunk") ? "chunk" : "contentBlockDelta";
		String member = choices.chance(60) ? frequent : choices.of(List.copyOf(members.keySet()));
		byte[] payload = payload(choices, members.get(member));
		Object expected;
		try {
			expected = BedrockRuntimeJson.readMember(type, member, payload);
		}
		catch (JacksonException ex) {
			expected = MalformedMessageException.class;
		}
		EventStreamMessage message = EventStreamMessage.event(member, payload);
		Object actual;
		try {
			actual = reader.read(choices.chance(50) ? Frames.direct(message) : Frames.of(message));
		}
		catch (MalformedMessageException ex) {
			actual = MalformedMessageException.class;
		}
		assertThat(actual).as(() -> new String(payload, StandardCharsets.UTF_8)).isEqualTo(expected);
	}

	private static byte[] message(Choices choices, String union) {
		Map<String, JsonNode> members = Contract.members(union);
		byte[] damaged = new StreamSamples(choices).garbage();
		return switch (choices.below(8)) {
			case 0 -> EventStreamEncoder.encode(EventStreamMessage.exception(choices.of(ERRORS), error(choices)));
			case 1 -> EventStreamEncoder.encode(EventStreamMessage.error(choices.of(ERRORS), "text"));
			case 2 -> StreamSamples.frame(damaged, error(choices));
			case 3 -> EventStreamEncoder.encode(EventStreamMessage.event("new-event", payload(choices, null)));
			case 4 -> EventStreamEncoder.encode(EventStreamMessage.event("initial-response", error(choices)));
			default -> {
				String member = choices.of(List.copyOf(members.keySet()));
				yield EventStreamEncoder
					.encode(EventStreamMessage.event(member, payload(choices, members.get(member))));
			}
		};
	}

	private static byte[] payload(Choices choices, JsonNode description) {
		ContractSamples samples = new ContractSamples(choices);
		if (description == null || choices.chance(10)) {
			return damaged(choices, JsonText.utf8(samples.anything()));
		}
		String shape = description.get("type").stringValue();
		if (choices.chance(50)) {
			return damaged(choices, delta(choices, shape));
		}
		return damaged(choices,
				choices.chance(50) ? JsonText.utf8(samples.shape(shape)) : JsonText.ascii(samples.shape(shape)));
	}

	/** Events that the readers can read without the mapper, or nearly. */
	private static byte[] delta(Choices choices, String shape) {
		String text = JsonText.text(new ContractSamples(choices).anything());
		String string = text.startsWith("\"") ? text
				: "\"" + choices.of("", "a", "YQ==", "YWI=", "YWJj", "YQ", "YR==") + "\"";
		String padding = choices.of("", ",\"p\":\"abc\"", ",\"p\":" + text, ",\"p\":\"a\\u0041\"");
		if (shape.equals("PayloadPart")) {
			return ("{\"bytes\":" + string + padding + "}").getBytes(StandardCharsets.UTF_8);
		}
		String index = choices.of("0", "7", "123456789", "2147483647", "01", "-1", "1.0", "1e1", "null", "2147483648");
		String[] parts = { "\"contentBlockIndex\":" + index, "\"delta\":{\"text\":" + string + "}" };
		int first = choices.below(2);
		return ("{" + parts[first] + "," + parts[1 - first] + padding + "}").getBytes(StandardCharsets.UTF_8);
	}

	public static byte[] error(Choices choices) {
		String number = choices.of("424", "1.5", "-1", "1e400", "99999999999", "\"424\"", "null", "0", "1E+1000000",
				"1.0");
		String json = "{\"message\":\"text\",\"originalStatusCode\":" + number + ",\"originalMessage\":"
				+ choices.of("\"text\"", "null", "{}", "7") + ",\"new\":"
				+ JsonText.text(new ContractSamples(choices).anything()) + "}";
		return choices.chance(20) ? choices.bytes(choices.below(30))
				: damaged(choices, json.getBytes(StandardCharsets.UTF_8));
	}

	public static byte[] damaged(Choices choices, byte[] json) {
		byte[] bytes = json.clone();
		if (bytes.length == 0 || choices.chance(60)) {
			return bytes;
		}
		int at = choices.below(bytes.length);
		switch (choices.below(4)) {
			case 0 -> bytes[at] ^= (byte) (1 << choices.below(8));
			case 1 -> bytes = Arrays.copyOf(bytes, at);
			case 2 -> bytes[at] = choices.of((byte) '"', (byte) '\\', (byte) '{', (byte) '}', (byte) ' ', (byte) 0,
					(byte) -1);
			default -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + choices.below(3));
		}
		return bytes;
	}

	public static byte[] cut(Choices choices, byte[] bytes) {
		return choices.chance(10) ? Arrays.copyOf(bytes, choices.below(bytes.length + 1)) : bytes;
	}

}
