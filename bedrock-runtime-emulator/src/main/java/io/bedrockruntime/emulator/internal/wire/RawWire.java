package io.bedrockruntime.emulator.internal.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import reactor.core.publisher.Mono;
import reactor.netty.FutureMono;

/**
 * Writer of raw bytes below HTTP and above TLS, which can violate the rules of HTTP.
 */
final class RawWire {

	static final byte[] SPACES = spaces();

	private static final String SLOW = "bedrock-runtime-emulator-slow";

	private static final int DATA = 0x0;

	private static final int HEADERS = 0x1;

	private static final int GOAWAY = 0x7;

	private static final int CONTINUATION = 0x9;

	private final Channel channel;

	private final Channel connection;

	private int name;

	RawWire(Channel channel) {
		this.channel = channel;
		this.connection = ChannelEnd.connection(channel);
	}

	/** Send the next bytes one at a time. */
	void slowDown(Duration pause) {
		hurryUp();
		this.connection.pipeline().addBefore(codec().name(), SLOW, new SlowWrites(pause));
	}

	/** Send the remaining bytes, and all following ones, at once. */
	void hurryUp() {
		ChannelPipeline pipeline = this.connection.pipeline();
		ChannelHandler slow = pipeline.get(SLOW);
		if (slow != null) {
			pipeline.remove(slow);
		}
	}

	Mono<Void> beginEndlessHeaders() {
		if (http2()) {
			// The block begins with the index of status 200 in HPACK's table.
			return write(frame(HEADERS, streamId(), new byte[] { (byte) 0x88 }));
		}
		return write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
	}

	/** Send one more header of a kilobyte; with HTTP/2 as an HPACK literal. */
	Mono<Void> moreHeaders() {
		String header = "x-endless-" + this.name++;
		if (!http2()) {
			return write((header + ": " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
		}
		ByteBuf field = Unpooled.buffer().writeByte(0).writeByte(header.length());
		field.writeCharSequence(header, StandardCharsets.US_ASCII);
		field.writeByte(100).writeCharSequence("x".repeat(100), StandardCharsets.US_ASCII);
		byte[] block = new byte[field.readableBytes()];
		field.readBytes(block).release();
		return write(frame(CONTINUATION, streamId(), block));
	}

	/**
	 * Announce that the connection accepts no more requests.
	 * @param covered whether the request of this stream still gets a response
	 */
	Mono<Void> goAway(boolean covered) {
		int last = covered ? streamId() : Math.max(0, streamId() - 2);
		byte[] payload = Unpooled.copyInt(last, 0).array();
		return write(frame(GOAWAY, 0, payload));
	}

	Mono<Void> breakFraming() {
		return write(http2() ? frame(DATA, 0, new byte[] { 'x' }) : "no size\r\n".getBytes(StandardCharsets.US_ASCII));
	}

	private boolean http2() {
		return this.channel instanceof Http2StreamChannel;
	}

	private int streamId() {
		return ((Http2StreamChannel) this.channel).stream().id();
	}

	/** Return a frame without flags: its block or stream continues. */
	private static byte[] frame(int type, int streamId, byte[] payload) {
		byte[] frame = new byte[9 + payload.length];
		frame[1] = (byte) (payload.length >> 8);
		frame[2] = (byte) payload.length;
		frame[3] = (byte) type;
		frame[5] = (byte) (streamId >> 24);
		frame[6] = (byte) (streamId >> 16);
		frame[7] = (byte) (streamId >> 8);
		frame[8] = (byte) streamId;
		System.arraycopy(payload, 0, frame, 9, payload.length);
		return frame;
	}

	private Mono<Void> write(byte[] bytes) {
		return FutureMono.deferFuture(() -> codec().writeAndFlush(Unpooled.wrappedBuffer(bytes)));
	}

	/** Return the context whose writes reach the handlers below it. */
	private ChannelHandlerContext codec() {
		ChannelPipeline pipeline = this.connection.pipeline();
		return Objects.requireNonNull(
				http2() ? pipeline.context(Http2ConnectionHandler.class) : pipeline.context(HttpServerCodec.class));
	}

	private static byte[] spaces() {
		byte[] spaces = new byte[16 * 1024];
		Arrays.fill(spaces, (byte) ' ');
		return spaces;
	}

}
