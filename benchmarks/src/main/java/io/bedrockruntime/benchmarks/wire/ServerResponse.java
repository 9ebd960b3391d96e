package io.bedrockruntime.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * The bytes of a response, created once and sent many times.
 *
 * @param spec the specification of the response
 * @param contentType the media type
 * @param start the first bytes: all bytes of a unary response
 * @param delta the repeated event of a stream
 * @param end the last bytes of a stream
 */
record ServerResponse(ResponseSpec spec, String contentType, ByteBuf start, ByteBuf delta, ByteBuf end) {

	private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

	/**
	 * Return a response for HTTP/2, without headers, which are sent in a frame.
	 */
	static ServerResponse framed(ResponseSpec spec) {
		if (isUnary(spec)) {
			return new ServerResponse(spec, "application/json", shared(body(spec)), Unpooled.EMPTY_BUFFER,
					Unpooled.EMPTY_BUFFER);
		}
		return new ServerResponse(spec, "application/vnd.amazon.eventstream", shared(EventBytes.start()),
				shared(EventBytes.delta(deltaText(spec))), shared(EventBytes.end()));
	}

	/**
	 * Return a response for HTTP/1.1, with its headers, and with each event in a chunk.
	 */
	static ServerResponse chunked(ResponseSpec spec) {
		ServerResponse plain = framed(spec);
		byte[] head = ascii("HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Type: "
				+ plain.contentType + "\r\nx-amzn-RequestId: 4b1cf5a1-6c71-4c26-9a0c-6a3c3c6f0b11\r\n");
		if (isUnary(spec)) {
			byte[] body = body(spec);
			byte[] length = ascii("Content-Length: " + body.length + "\r\n\r\n");
			return new ServerResponse(spec, plain.contentType, shared(EventBytes.concat(head, length, body)),
					plain.delta, plain.end);
		}
		byte[] encoding = ascii("Transfer-Encoding: chunked\r\n\r\n");
		byte[] start = EventBytes.concat(head, encoding, chunk(EventBytes.start()));
		byte[] end = EventBytes.concat(chunk(EventBytes.end()), LAST_CHUNK);
		return new ServerResponse(spec, plain.contentType, shared(start),
				shared(chunk(EventBytes.delta(deltaText(spec)))), shared(end));
	}

	/**
	 * Return whether the response is unary, so that all of it is in the start.
	 */
	boolean isUnary() {
		return isUnary(this.spec);
	}

	private static boolean isUnary(ResponseSpec spec) {
		return spec.kind() == ResponseSpec.Kind.CONVERSE || spec.kind() == ResponseSpec.Kind.BYTES;
	}

	private static String deltaText(ResponseSpec spec) {
		return "z".repeat(spec.kind() == ResponseSpec.Kind.EVENTS ? spec.number(1) : 16);
	}

	private static byte[] body(ResponseSpec spec) {
		if (spec.kind() == ResponseSpec.Kind.CONVERSE) {
			return EventBytes.converseResponse(spec.number(0));
		}
		byte[] body = new byte[spec.number(0)];
		Arrays.fill(body, (byte) 'y');
		return body;
	}

	/**
	 * Return bytes as an HTTP/1.1 chunk.
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
