package io.bedrockruntime.benchmarks.wire;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Channel handler that responds to the requests of an HTTP/1.1 connection with bytes that
 * need no encoder.
 */
final class Http1Handler extends EventSourceHandler {

	private static final ByteBuf CONTINUE = Unpooled
		.unreleasableBuffer(Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII));

	private final ServerResponses responses;

	private final StampedEvent stamped = new StampedEvent(true);

	private @Nullable ServerResponse response;

	Http1Handler(ServerResponses responses) {
		this.responses = responses;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		try {
			if (message instanceof HttpRequest request) {
				this.response = this.responses.forPath(request.uri());
				if (request.headers().contains(HttpHeaderNames.EXPECT)) {
					context.writeAndFlush(CONTINUE.duplicate(), context.voidPromise());
				}
			}
			ServerResponse due = this.response;
			if (message instanceof LastHttpContent && due != null) {
				respond(context, due);
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void respond(ChannelHandlerContext context, ServerResponse due) {
		if (due.isUnary()) {
			context.writeAndFlush(due.start().duplicate(), context.voidPromise());
			return;
		}
		begin(new EventSource(context.channel(), due, this.stamped, (bytes) -> bytes,
				() -> context.writeAndFlush(due.end().duplicate(), context.voidPromise())));
	}

}
