package io.bedrockruntime.benchmarks.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Channel handler that drives the event source of its response, for each HTTP version.
 */
abstract class EventSourceHandler extends ChannelInboundHandlerAdapter {

	private @Nullable EventSource source;

	/**
	 * Start a source, and drive it from now on.
	 */
	final void begin(EventSource source) {
		this.source = source;
		source.start();
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext context) {
		if (this.source != null && context.channel().isWritable()) {
			this.source.resume();
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (this.source != null) {
			this.source.stop();
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		BenchmarkServer.report(cause);
		context.close();
	}

}
