package io.bedrockruntime.emulator.internal.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Handler that sends the bytes of a connection one by one. On removal it sends the
 * remaining bytes at once.
 */
final class SlowWrites extends ChannelOutboundHandlerAdapter {

	private final Duration pause;

	private final Queue<Waiting> waiting = new ArrayDeque<>();

	private boolean scheduled;

	SlowWrites(Duration pause) {
		this.pause = pause;
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof ByteBuf bytes && context.channel().isActive()) {
			this.waiting.add(new Waiting(bytes, promise));
			schedule(context);
		}
		else {
			context.write(message, promise);
		}
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		while (!this.waiting.isEmpty()) {
			Waiting next = this.waiting.remove();
			context.write(next.bytes(), next.promise());
		}
		context.flush();
	}

	private void schedule(ChannelHandlerContext context) {
		if (!this.scheduled) {
			this.scheduled = true;
			context.executor().schedule(() -> next(context), this.pause.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private void next(ChannelHandlerContext context) {
		this.scheduled = false;
		Waiting first = this.waiting.peek();
		if (first == null || context.isRemoved()) {
			return;
		}
		if (first.bytes().readableBytes() > 1) {
			context.writeAndFlush(first.bytes().readRetainedSlice(1));
		}
		else {
			this.waiting.remove();
			context.writeAndFlush(first.bytes(), first.promise());
		}
		if (!this.waiting.isEmpty()) {
			schedule(context);
		}
	}

	private record Waiting(ByteBuf bytes, ChannelPromise promise) {

	}

}
