package io.bedrockruntime.benchmarks.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Channel handler that responds to the request of an HTTP/2 stream.
 */
final class Http2Handler extends EventSourceHandler {

	private final ServerResponses responses;

	private @Nullable ServerResponse response;

	Http2Handler(ServerResponses responses) {
		this.responses = responses;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		try {
			boolean last = false;
			if (message instanceof Http2HeadersFrame headers) {
				this.response = this.responses.forPath(headers.headers().path().toString());
				last = headers.isEndStream();
			}
			else if (message instanceof Http2DataFrame data) {
				last = data.isEndStream();
			}
			ServerResponse due = this.response;
			if (last && due != null) {
				respond(context, due);
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void respond(ChannelHandlerContext context, ServerResponse due) {
		Http2Headers headers = new DefaultHttp2Headers(false, 4).status("200")
			.add("content-type", due.contentType())
			.add("x-amzn-requestid", "4b1cf5a1-6c71-4c26-9a0c-6a3c3c6f0b11");
		if (due.isUnary()) {
			headers.addInt("content-length", due.start().readableBytes());
		}
		context.write(new DefaultHttp2HeadersFrame(headers));
		if (due.isUnary()) {
			context.writeAndFlush(new DefaultHttp2DataFrame(due.start().duplicate(), true));
			return;
		}
		begin(new EventSource(context.channel(), due, new StampedEvent(false), DefaultHttp2DataFrame::new,
				() -> context.writeAndFlush(new DefaultHttp2DataFrame(due.end().duplicate(), true))));
	}

}
