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
 * The clock of a connection that is being made. The transport's own ends when TCP is
 * connected; this one goes on until what comes above it is done as well: the answer of a
 * proxy, the TLS handshake and, with HTTP/2, the first settings of the peer.
 */
public final class ConnectTimeoutHandler {

	/** How often to look whether TCP is connected, once the time is over. */
	private static final long AGAIN_MILLIS = 50;

	private final Channel channel;

	private final Duration timeout;

	private ConnectTimeoutHandler(Channel channel, Duration timeout) {
		this.channel = channel;
		this.timeout = timeout;
	}

	/**
	 * Start a clock for a connection that is about to be made.
	 * @param channel the channel with its handlers, on its own thread
	 * @param timeout the time that the connection has
	 */
	public static void start(Channel channel, Duration timeout) {
		SslHandler ssl = channel.pipeline().get(SslHandler.class);
		if (ssl != null) {
			// Its own clock would be another one, and starts later.
			ssl.setHandshakeTimeoutMillis(0);
		}
		ConnectTimeoutHandler clock = new ConnectTimeoutHandler(channel, timeout);
		Future<?> end = channel.eventLoop().schedule(clock::end, timeout.toMillis(), TimeUnit.MILLISECONDS);
		channel.closeFuture().addListener((closed) -> end.cancel(false));
	}

	private void end() {
		ChannelPipeline pipeline = this.channel.pipeline();
		if (!this.channel.isActive()) {
			// Without TCP it is the transport's clock that ends the attempt, and all know
			// its exception. It started later, as the name is resolved in between, and
			// TCP may still be connected before it runs out.
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
	 * Reactor Netty takes this handler away with the first settings of HTTP/2, and has
	 * none of that name for HTTP/1.1.
	 */
	private static boolean awaitsSettings(ChannelPipeline pipeline) {
		return pipeline.get(NettyPipeline.H2MultiplexHandler) != null
				&& pipeline.get(NettyPipeline.HttpTrafficHandler) != null;
	}

}
