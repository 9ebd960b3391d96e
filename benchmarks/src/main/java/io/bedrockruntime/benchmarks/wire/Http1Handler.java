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
 * Answers the requests of a connection of HTTP/1.1 with bytes that need no encoder.
 */
final class Http1Handler extends SourceHandler {

	private static final ByteBuf CONTINUE = Unpooled
		.unreleasableBuffer(Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII));

	private final Answers answers;

	private final StampedEvent stamped = new StampedEvent(true);

	private @Nullable Answer answer;

	Http1Handler(Answers answers) {
		this.answers = answers;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		try {
			if (message instanceof HttpRequest request) {
				this.answer = this.answers.forPath(request.uri());
				if (request.headers().contains(HttpHeaderNames.EXPECT)) {
					context.writeAndFlush(CONTINUE.duplicate(), context.voidPromise());
				}
			}
			Answer due = this.answer;
			if (message instanceof LastHttpContent && due != null) {
				answer(context, due);
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void answer(ChannelHandlerContext context, Answer due) {
		if (due.isWhole()) {
			context.writeAndFlush(due.start().duplicate(), context.voidPromise());
			return;
		}
		begin(new EventSource(context.channel(), due, this.stamped, (bytes) -> bytes,
				() -> context.writeAndFlush(due.end().duplicate(), context.voidPromise())));
	}

}
