package io.bedrockruntime.benchmarks.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the source of events of what it answers going, whatever the version of HTTP.
 */
abstract class SourceHandler extends ChannelInboundHandlerAdapter {

	private @Nullable EventSource source;

	/**
	 * Send the events of a source from now on.
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
		BenchServer.report(cause);
		context.close();
	}

}
