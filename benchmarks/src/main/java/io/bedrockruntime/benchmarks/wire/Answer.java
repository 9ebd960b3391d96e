package io.bedrockruntime.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * The bytes of an answer, made once and sent many times.
 *
 * @param model what they answer
 * @param contentType the media type
 * @param start what is sent first: of an answer that is no stream, all of it
 * @param delta what is sent again and again
 * @param end what is sent last
 */
record Answer(Model model, String contentType, ByteBuf start, ByteBuf delta, ByteBuf end) {

	private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

	/**
	 * Return the answer of a model for HTTP/2, whose head goes by itself.
	 */
	static Answer framed(Model model) {
		if (isWhole(model)) {
			return new Answer(model, "application/json", shared(body(model)), Unpooled.EMPTY_BUFFER,
					Unpooled.EMPTY_BUFFER);
		}
		return new Answer(model, "application/vnd.amazon.eventstream", shared(EventBytes.start()),
				shared(EventBytes.delta(deltaText(model))), shared(EventBytes.end()));
	}

	/**
	 * Return the answer of a model for HTTP/1.1, with the head, and with each event in a
	 * chunk.
	 */
	static Answer chunked(Model model) {
		Answer plain = framed(model);
		byte[] head = ascii("HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Type: "
				+ plain.contentType + "\r\nx-amzn-RequestId: 4b1cf5a1-6c71-4c26-9a0c-6a3c3c6f0b11\r\n");
		if (isWhole(model)) {
			byte[] body = body(model);
			byte[] length = ascii("Content-Length: " + body.length + "\r\n\r\n");
			return new Answer(model, plain.contentType, shared(EventBytes.concat(head, length, body)), plain.delta,
					plain.end);
		}
		byte[] encoding = ascii("Transfer-Encoding: chunked\r\n\r\n");
		byte[] start = EventBytes.concat(head, encoding, chunk(EventBytes.start()));
		byte[] end = EventBytes.concat(chunk(EventBytes.end()), LAST_CHUNK);
		return new Answer(model, plain.contentType, shared(start), shared(chunk(EventBytes.delta(deltaText(model)))),
				shared(end));
	}

	/**
	 * Whether all of it is in the start.
	 */
	boolean isWhole() {
		return isWhole(this.model);
	}

	private static boolean isWhole(Model model) {
		return model.kind() == Model.Kind.ANSWER || model.kind() == Model.Kind.BYTES;
	}

	private static String deltaText(Model model) {
		return "z".repeat(model.kind() == Model.Kind.EVENTS ? model.number(1) : 16);
	}

	private static byte[] body(Model model) {
		if (model.kind() == Model.Kind.ANSWER) {
			return EventBytes.answer(model.number(0));
		}
		byte[] body = new byte[model.number(0)];
		Arrays.fill(body, (byte) 'y');
		return body;
	}

	/**
	 * Return bytes as a chunk of HTTP/1.1.
	 */
	static byte[] chunk(byte[] bytes) {
		return EventBytes.concat(ascii(Integer.toHexString(bytes.length) + "\r\n"), bytes, ascii("\r\n"));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static ByteBuf shared(byte[] bytes) {
		ByteBuf buffer = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
		return Unpooled.unreleasableBuffer(buffer.asReadOnly());
	}

}
