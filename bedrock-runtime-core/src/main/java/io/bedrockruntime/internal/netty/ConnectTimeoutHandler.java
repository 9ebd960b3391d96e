package io.bedrockruntime.internal.netty;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandler;
import reactor.netty.NettyPipeline;

/**
 * Timeout for all steps of connecting. The transport's own timeout covers only TCP; this
 * one also covers the response of a proxy, the TLS handshake and, with HTTP/2, the first
 * settings of the peer.
 */
public final class ConnectTimeoutHandler {

	/** The interval at which to check whether TCP is connected, after the timeout. */
	private static final long AGAIN_MILLIS = 50;

	private final Channel channel;

	private final Duration timeout;

	private ConnectTimeoutHandler(Channel channel, Duration timeout) {
		this.channel = channel;
		this.timeout = timeout;
	}

	/**
	 * Start the timeout for a connection that is about to be made.
	 * @param channel the channel with its handlers, on its own thread
	 * @param timeout the timeout
	 */
	public static void start(Channel channel, Duration timeout) {
		SslHandler ssl = channel.pipeline().get(SslHandler.class);
		if (ssl != null) {
			// The handler's own timeout would start later.
			ssl.setHandshakeTimeoutMillis(0);
		}
		ConnectTimeoutHandler handler = new ConnectTimeoutHandler(channel, timeout);
		Future<?> end = channel.eventLoop().schedule(handler::end, timeout.toMillis(), TimeUnit.MILLISECONDS);
		channel.closeFuture().addListener((closed) -> end.cancel(false));
	}

	private void end() {
		ChannelPipeline pipeline = this.channel.pipeline();
		if (!this.channel.isActive()) {
			// Until TCP is connected, the transport's own timeout ends the attempt,
			// with a well-known exception. It started later, after the name was
			// resolved, so TCP may still be connected before it expires.
			if (this.channel.isOpen()) {
				this.channel.eventLoop().schedule(this::end, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
			}
		}
		else if (isUnfinished(pipeline)) {
			pipeline.fireExceptionCaught(new ConnectTimeoutException("connection not ready after " + this.timeout));
			this.channel.close();
		}
	}

	private static boolean isUnfinished(ChannelPipeline pipeline) {
		SslHandler ssl = pipeline.get(SslHandler.class);
		return ProxyConnectFailureHandler.isConnecting(pipeline) || (ssl != null && !ssl.handshakeFuture().isSuccess())
				|| awaitsSettings(pipeline);
	}

	/**
	 * Reactor Netty removes this handler with the first settings of HTTP/2, and has no
	 * handler of that name for HTTP/1.1.
	 */
	private static boolean awaitsSettings(ChannelPipeline pipeline) {
		return pipeline.get(NettyPipeline.H2MultiplexHandler) != null
				&& pipeline.get(NettyPipeline.HttpTrafficHandler) != null;
	}

}
