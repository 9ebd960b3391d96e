package io.bedrockruntime.internal.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Union;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.testdata.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@link JsonScanner} with the JSON mapper.
 */
class FastPathTests {

	private static final int ROUNDS = 20_000;

	private static final String[] NUMBERS = { "0", "1", "7", "12", "123456789", "1234567890", "2147483647",
			"2147483648", "99999999999", "01", "00", "-1", "-0", "1e3", "1.0", "1.5", "null", "true", "\"1\"", "", "+1",
			"0x1", " 1", "1 " };

	private static final String[] PIECES = { "a", "word ", "\u00e9", "\u20ac", "\uD83D\uDE00", "\\n", "\\\"", "\\\\",
			"\\/", "\\t", "\\b", "\\f", "\\r", "\\u0041", "\\u00e9", "\\uD83D\\uDE00", "\\uD83D", "\\uDE00", "\\u0000",
			"\\uFFFD", "\uFFFD", "\\uABCD", "\\uabcd", "\u007f", "{", "}", ",", ":", "\u2028" };

	private static final String[] BROKEN_PIECES = { "\\", "\\u12", "\\u12G4", "\\u-123", "\\x", "\\'", "\n", "\u0000",
			"\u001f", "\t", "\"", "\\\n", "\\\u00e9", "\\u\u0661\u0661\u0661\u0661" };

	private static final byte[][] BAD_UTF8 = { { (byte) 0x80 }, { (byte) 0xc3 }, { (byte) 0xc0, (byte) 0x80 },
			{ (byte) 0xed, (byte) 0xa0, (byte) 0x80 }, { (byte) 0xf0, (byte) 0x9f },
			{ (byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80 }, { (byte) 0xff }, { (byte) 0xef, (byte) 0xbf } };

	private final Random random = new Random(20261122);

	@Test
	void whenDeltasAreGeneratedThenReadsAsTheMapperDoes() {
		int read = 0;
		for (int i = 0; i < ROUNDS; i++) {
			read += compare(ConverseStreamOutput.class, new ConverseStreamReader("ConverseStream"), "contentBlockDelta",
					delta()) ? 1 : 0;
		}
		assertThat(read).as("payloads that can be read").isBetween(ROUNDS / 4, ROUNDS - ROUNDS / 10);
	}

	@Test
	void whenChunksAreGeneratedThenReadsAsTheMapperDoes() {
		int read = 0;
		for (int i = 0; i < ROUNDS; i++) {
			read += compare(ResponseStream.class, new ResponseStreamReader("InvokeModelWithResponseStream"), "chunk",
					chunk()) ? 1 : 0;
		}
		assertThat(read).as("payloads that can be read").isBetween(ROUNDS / 4, ROUNDS - ROUNDS / 10);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 255, 256, 257, 65_536, 1_000_000 })
	void whenTextHasAnyLengthThenReadsAsTheMapperDoes(int length) {
		String text = "\u00e9".repeat(length / 2) + "x".repeat(length % 2);
		String json = "{\"contentBlockIndex\":3,\"delta\":{\"text\":\"" + text + "\"},\"p\":\"abc\"}";
		assertThat(compare(ConverseStreamOutput.class, new ConverseStreamReader("ConverseStream"), "contentBlockDelta",
				utf8(json)))
			.isTrue();
	}

	static Stream<String> edges() {
		return Stream.of("", " ", "null", "{}", "[]", "\"text\"", "{", "{\"contentBlockIndex\":0",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"}",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\\",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\\\"}",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"},\"p\":\"b\"}}",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"},\"p\":\"b\"} ",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"},\"p\":\"b\",\"p\":\"c\"}",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\",\"text\":\"b\"}}",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"},\"contentBlockIndex\":5}",
				"{\"delta\":{\"text\":\"a\"},\"contentBlockIndex\":5,\"delta\":{\"text\":\"b\"}}",
				"{\"delta\":{\"text\":\"a\"}}", "{\"contentBlockIndex\":4}", "{\"delta\":{\"text\":null}}",
				"\uFEFF{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"}}",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"},\"p\":7}",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"},\"p\":null}",
				"{\"contentBlockIndex\":0,\"delta\":{\"toolUse\":{\"input\":\"{\"}},\"p\":\"b\"}",
				"{\"contentBlockIndex\":0,\"delta\":{\"somethingNew\":{\"a\":1}}}");
	}

	@ParameterizedTest
	@MethodSource("edges")
	void whenPayloadIsOddThenReadsAsTheMapperDoes(String json) {
		compare(ConverseStreamOutput.class, new ConverseStreamReader("ConverseStream"), "contentBlockDelta",
				utf8(json));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "YQ==", "YQ", "YQ=", "YQ===", "YWI=", "YWI", "YWJj", "YWJ", "Y", "Y===", "=", "YR==",
			"Y_-v", "Y+/v", "YW Jj", "YWJj\\n", "YW\\u004aj", "YWJj=", "YQ==YQ==", "\u00e9aaa", "Y\\/\\/v" })
	void whenBase64IsOddThenReadsAsTheMapperDoes(String base64) {
		for (String padding : new String[] { "", ",\"p\":\"abc\"" }) {
			compare(ResponseStream.class, new ResponseStreamReader("InvokeModelWithResponseStream"), "chunk",
					utf8("{\"bytes\":\"" + base64 + "\"" + padding + "}"));
		}
	}

	private <U extends Union> boolean compare(Class<U> union, ServiceEventReader<U> reader, String type,
			byte[] payload) {
		EventStreamMessage message = EventStreamMessage.event(type, payload);
		Object expected;
		try {
			expected = BedrockRuntimeJson.readMember(union, type, payload);
		}
		catch (JacksonException ex) {
			expected = MalformedMessageException.class;
		}
		for (EventStreamFrame frame : List.of(Frames.of(message), Frames.direct(message))) {
			Object actual;
			try {
				actual = reader.read(frame);
			}
			catch (MalformedMessageException ex) {
				actual = MalformedMessageException.class;
			}
			assertThat(actual).as(() -> new String(payload, StandardCharsets.UTF_8)).isEqualTo(expected);
		}
		return expected instanceof Union;
	}

	private byte[] delta() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		List<byte[]> members = new ArrayList<>();
		members.add(
				utf8("\"contentBlockIndex\":" + (chance(80) ? String.valueOf(this.random.nextInt(20)) : any(NUMBERS))));
		members.add(concat(utf8("\"delta\":{\"text\":"), chance(95) ? string() : utf8("null"), utf8("}")));
		return object(out, members);
	}

	private byte[] chunk() {
		byte[] bytes = new byte[this.random.nextInt(40)];
		this.random.nextBytes(bytes);
		StringBuilder base64 = new StringBuilder(Base64.getEncoder().encodeToString(bytes));
		if (chance(30) && !base64.isEmpty()) {
			int at = this.random.nextInt(base64.length());
			switch (this.random.nextInt(4)) {
				case 0 -> base64.deleteCharAt(at);
				case 1 ->
					base64.insert(at, any(new String[] { "=", "-", "_", " ", "\\n", "\\/", "\u00e9", "!", "\\u0041" }));
				case 2 -> base64.setLength(at);
				default -> base64.append(any(new String[] { "=", "==", "A", " " }));
			}
		}
		List<byte[]> members = new ArrayList<>();
		members.add(utf8("\"bytes\":\"" + base64 + "\""));
		return object(new ByteArrayOutputStream(), members);
	}

	private byte[] object(ByteArrayOutputStream out, List<byte[]> members) {
		if (chance(70)) {
			members.add(concat(utf8("\"p\":"), chance(90) ? string() : utf8(any(NUMBERS))));
		}
		if (chance(5)) {
			members.add(utf8("\"extra\":{\"a\":[1,null]}"));
		}
		if (chance(5)) {
			members.remove(0);
		}
		if (chance(30)) {
			Collections.shuffle(members, this.random);
		}
		String space = chance(10) ? " " : "";
		out.writeBytes(utf8("{" + space));
		for (int i = 0; i < members.size(); i++) {
			out.writeBytes(utf8((i > 0) ? "," + space : ""));
			out.writeBytes(members.get(i));
		}
		out.writeBytes(utf8(space + "}"));
		byte[] bytes = out.toByteArray();
		if (chance(5) && bytes.length > 0) {
			bytes = java.util.Arrays.copyOf(bytes, this.random.nextInt(bytes.length));
		}
		return bytes;
	}

	private byte[] string() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write('"');
		int pieces = this.random.nextInt(12);
		boolean broken = chance(10);
		for (int i = 0; i < pieces; i++) {
			out.writeBytes((broken && chance(20)) ? brokenPiece() : utf8(any(PIECES)));
		}
		out.write('"');
		return out.toByteArray();
	}

	private byte[] brokenPiece() {
		return chance(50) ? utf8(any(BROKEN_PIECES)) : BAD_UTF8[this.random.nextInt(BAD_UTF8.length)];
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private String any(String[] values) {
		return values[this.random.nextInt(values.length)];
	}

	private static byte[] concat(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
		return out.toByteArray();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
