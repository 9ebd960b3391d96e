package io.bedrockruntime.emulator.internal.wire;

import io.bedrockruntime.emulator.internal.wire.WireStep.BreakFraming;
import io.bedrockruntime.emulator.internal.wire.WireStep.End;
import io.bedrockruntime.emulator.internal.wire.WireStep.EndlessBody;
import io.bedrockruntime.emulator.internal.wire.WireStep.EndlessHeaders;
import io.bedrockruntime.emulator.internal.wire.WireStep.GoAway;
import io.bedrockruntime.emulator.internal.wire.WireStep.Pause;
import io.bedrockruntime.emulator.internal.wire.WireStep.Reset;
import io.bedrockruntime.emulator.internal.wire.WireStep.ResetConnection;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;
import io.bedrockruntime.emulator.internal.wire.WireStep.SlowDown;
import io.bedrockruntime.emulator.record.CompletedCall;
import io.bedrockruntime.emulator.script.Fault;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2StreamChannel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Performs the steps of one response on its channel.
 */
public final class WirePlayer {

	private final WireResponse plan;

	private final Channel channel;

	private final RawWire raw;

	private final Scheduler timer;

	private volatile int sent;

	private volatile boolean done;

	private volatile boolean broken;

	public WirePlayer(WireResponse plan, Channel channel, Scheduler timer) {
		this.plan = plan;
		this.channel = channel;
		this.raw = new RawWire(channel);
		this.timer = timer;
	}

	public Mono<Void> play(HttpServerResponse response, Flux<WireStep> steps) {
		response.status(this.plan.status());
		this.plan.headers().forEach((header) -> response.header(header.name(), header.value()));
		if (this.plan.contentLength() != WireResponse.CHUNKED) {
			response.header("Content-Length", Long.toString(this.plan.contentLength()));
		}
		return play(Flux.fromIterable(this.plan.beforeHeaders())).then(response.sendHeaders().then())
			.then(Mono.fromRunnable(this.raw::hurryUp))
			.then(play(steps.takeWhile((step) -> !(step instanceof End))))
			.doOnSuccess((nothing) -> this.done = true);
	}

	public int sent() {
		return this.sent;
	}

	public int left() {
		return Math.max(0, this.plan.events() - this.sent);
	}

	/** Return whether all steps were performed, including a fault that ends them. */
	public boolean isDone() {
		return this.done;
	}

	/** Return how the response ended. */
	public CompletedCall.Outcome outcome() {
		if (!this.done) {
			return CompletedCall.Outcome.CANCELLED;
		}
		return (this.broken || left() > 0) ? CompletedCall.Outcome.BROKEN : CompletedCall.Outcome.COMPLETE;
	}

	private Mono<Void> play(Flux<WireStep> steps) {
		return steps.concatMap(this::step, 1).then();
	}

	private Mono<Void> step(WireStep step) {
		if (step instanceof Send send) {
			// Each event is flushed at once, as by the service, and only after the
			// previous one was written: nothing is queued for a slow client.
			return write(send.bytes()).doOnSuccess((written) -> this.sent += send.events());
		}
		if (step instanceof Pause pause) {
			return (pause.duration().compareTo(Fault.FOREVER) >= 0) ? Mono.never()
					: Mono.delay(pause.duration(), this.timer).then();
		}
		if (step instanceof SlowDown slow) {
			return Mono.fromRunnable(() -> this.raw.slowDown(slow.pause()));
		}
		if (step instanceof GoAway goAway) {
			return goAway(goAway);
		}
		return Mono.defer(() -> {
			this.done = true;
			this.broken = true;
			return last(step);
		});
	}

	/** Perform a terminal step, after which the client has to close the connection. */
	private Mono<Void> last(WireStep step) {
		if (step instanceof EndlessHeaders) {
			return this.raw.beginEndlessHeaders().thenMany(Flux.defer(this.raw::moreHeaders).repeat()).then();
		}
		if (step instanceof EndlessBody) {
			return Flux.defer(() -> write(RawWire.SPACES)).repeat().then();
		}
		if (step instanceof BreakFraming) {
			return this.raw.breakFraming().then(Mono.never());
		}
		if (step instanceof Reset reset) {
			ChannelEnd.reset(this.channel, reset.error());
		}
		else if (step instanceof ResetConnection) {
			ChannelEnd.resetConnection(this.channel);
		}
		else {
			ChannelEnd.closeConnection(this.channel);
		}
		return Mono.never();
	}

	private Mono<Void> goAway(GoAway goAway) {
		if (!(this.channel instanceof Http2StreamChannel)) {
			return Mono.empty();
		}
		if (goAway.covered()) {
			return this.raw.goAway(true);
		}
		return Mono.defer(() -> {
			this.done = true;
			this.broken = true;
			// The client has abandoned the stream without a reset.
			return this.raw.goAway(false).then(Mono.fromRunnable(this.channel::close)).then(Mono.never());
		});
	}

	private Mono<Void> write(byte[] bytes) {
		return FutureMono.deferFuture(() -> this.channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)));
	}

}
