package io.bedrockruntime.internal.netty;

import io.bedrockruntime.settings.KeepAlive;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;
import reactor.netty.http.Http2ConnectionLiveness;
import reactor.netty.http.IdleTimeoutHandler;
import reactor.netty.http.client.HttpClientState;

/**
 * Configures HTTP/2 connections and their streams.
 */
public final class Http2ConnectionConfigurer implements ConnectionObserver {

	/** The number of streams that AWS and most other servers allow on a connection. */
	public static final int MAX_CONCURRENT_STREAMS = 100;

	/** The number of bytes that a stream may receive before they are read. */
	public static final int STREAM_WINDOW = 128 * 1024;

	/**
	 * Larger than the windows of all streams together. The initial window is as large as
	 * the window of one stream, so that a stream that is not read would block all others.
	 */
	private static final int CONNECTION_WINDOW = 16 * 1024 * 1024;

	private final HttpDecoderFailureHandler decoderFailures;

	private final @Nullable KeepAlive keepAlive;

	public Http2ConnectionConfigurer(HttpDecoderFailureHandler decoderFailures, @Nullable KeepAlive keepAlive) {
		this.decoderFailures = decoderFailures;
		this.keepAlive = keepAlive;
	}

	@Override
	public void onStateChange(Connection connection, State state) {
		Channel channel = connection.channel();
		if (state == HttpClientState.STREAM_CONFIGURED) {
			connection.addHandlerLast(Http2FailureHandlers.OfStream.NAME, new Http2FailureHandlers.OfStream());
			connection.addHandlerLast(HttpDecoderFailureHandler.NAME, this.decoderFailures);
		}
		else if (state == State.CONFIGURED
				&& channel.pipeline().get(NettyPipeline.HttpCodec) instanceof Http2FrameCodec codec) {
			configure(channel, codec);
		}
	}

	private void configure(Channel channel, Http2FrameCodec codec) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(Http2FailureHandlers.OfConnection.NAME) != null) {
			return;
		}
		pipeline.addAfter(NettyPipeline.H2MultiplexHandler, Http2FailureHandlers.OfConnection.NAME,
				new Http2FailureHandlers.OfConnection());
		if (this.keepAlive != null) {
			// Unlike TCP's, these probes reach the endpoint through a proxy. A
			// connection without streams is closed earlier.
			IdleTimeoutHandler.addIdleTimeoutHandler(pipeline, this.keepAlive.idle(),
					new Http2ConnectionLiveness(codec, this.keepAlive.count(), this.keepAlive.interval().toNanos()));
		}
		widen(codec.connection());
		channel.flush();
	}

	private static void widen(Http2Connection connection) {
		Http2LocalFlowController flow = connection.local().flowController();
		int more = CONNECTION_WINDOW - flow.initialWindowSize(connection.connectionStream());
		try {
			flow.incrementWindowSize(connection.connectionStream(), Math.max(0, more));
		}
		catch (Http2Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
