package io.bedrockruntime.internal.netty;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.proxy.ProxyHandler;
import reactor.netty.NettyPipeline;

/**
 * Distinguishes failures of the connection to a proxy from failures of the connection to
 * the endpoint.
 */
public final class ProxyConnectFailureHandler extends ChannelOutboundHandlerAdapter {

	private static final String NAME = "bedrock-runtime-proxy-failures";

	private ProxyConnectFailureHandler() {
	}

	/**
	 * Add the handler to a connection that is about to be made, if it uses a proxy.
	 */
	public static void watch(ChannelPipeline pipeline) {
		if (pipeline.get(NettyPipeline.ProxyHandler) != null) {
			pipeline.addBefore(NettyPipeline.ProxyHandler, NAME, new ProxyConnectFailureHandler());
		}
	}

	/**
	 * Return whether a proxy has not responded yet.
	 */
	static boolean isConnecting(ChannelPipeline pipeline) {
		return pipeline.get(NettyPipeline.ProxyHandler) instanceof ProxyHandler proxy && !proxy.isConnected();
	}

	@Override
	public void connect(ChannelHandlerContext context, SocketAddress proxy, SocketAddress local,
			ChannelPromise promise) {
		ChannelPromise toProxy = context.newPromise();
		toProxy.addListener((connected) -> {
			if (connected.isSuccess()) {
				promise.trySuccess();
			}
			else {
				promise.tryFailure(new ProxyException(name(proxy), connected.cause()));
			}
		});
		context.connect(proxy, local, toProxy);
	}

	private static String name(SocketAddress proxy) {
		return (proxy instanceof InetSocketAddress address) ? address.getHostString() + ":" + address.getPort()
				: String.valueOf(proxy);
	}

	/**
	 * Thrown when a proxy cannot be connected to.
	 */
	public static final class ProxyException extends ConnectException {

		private static final long serialVersionUID = 1L;

		private ProxyException(String proxy, Throwable cause) {
			super("no connection to the proxy " + proxy);
			initCause(cause);
		}

	}

}
