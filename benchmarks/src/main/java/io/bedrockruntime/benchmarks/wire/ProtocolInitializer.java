package io.bedrockruntime.benchmarks.wire;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/**
 * Channel initializer that adds the handlers for the protocol of a connection, which it
 * detects from the first bytes or by ALPN.
 */
final class ProtocolInitializer extends ChannelInitializer<SocketChannel> {

	private static final int WINDOW = 1024 * 1024;

	private final ServerResponses chunked = new ServerResponses(ServerResponse::chunked);

	private final ServerResponses framed = new ServerResponses(ServerResponse::framed);

	private final @Nullable SslContext tls;

	ProtocolInitializer(@Nullable SslContext tls) {
		this.tls = tls;
	}

	@Override
	protected void initChannel(SocketChannel channel) {
		if (this.tls != null) {
			channel.pipeline().addLast(this.tls.newHandler(channel.alloc()), new ByAlpn());
		}
		else {
			channel.pipeline().addLast(new ByFirstBytes());
		}
	}

	private void addHttp1(ChannelPipeline pipeline) {
		pipeline.addLast(new HttpRequestDecoder(8192, 16384, 65536), new Http1Handler(this.chunked));
	}

	private void addHttp2(ChannelPipeline pipeline) {
		Http2Settings settings = Http2Settings.defaultSettings()
			.initialWindowSize(WINDOW)
			.maxConcurrentStreams(10_000)
			.maxFrameSize(65536);
		pipeline.addLast(Http2FrameCodecBuilder.forServer()
			.initialSettings(settings)
			.decoderEnforceMaxRstFramesPerWindow(0, 0)
			.build(), new Http2MultiplexHandler(new ChannelInitializer<Http2StreamChannel>() {
				@Override
				protected void initChannel(Http2StreamChannel channel) {
					channel.pipeline().addLast(new Http2Handler(ProtocolInitializer.this.framed));
				}
			}));
	}

	private final class ByAlpn extends ApplicationProtocolNegotiationHandler {

		ByAlpn() {
			super(ApplicationProtocolNames.HTTP_1_1);
		}

		@Override
		protected void configurePipeline(ChannelHandlerContext context, String protocol) {
			if (ApplicationProtocolNames.HTTP_2.equals(protocol)) {
				addHttp2(context.pipeline());
			}
			else {
				addHttp1(context.pipeline());
			}
		}

	}

	private final class ByFirstBytes extends ByteToMessageDecoder {

		private static final int PREFACE = 0x50524920;

		@Override
		protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
			if (in.readableBytes() < Integer.BYTES) {
				return;
			}
			if (in.getInt(in.readerIndex()) == PREFACE) {
				addHttp2(context.pipeline());
			}
			else {
				addHttp1(context.pipeline());
			}
			context.pipeline().remove(this);
		}

	}

}
