package io.bedrockruntime.emulator;

import io.bedrockruntime.emulator.WireStep.Pause;
import io.bedrockruntime.emulator.WireStep.Reset;
import io.bedrockruntime.emulator.WireStep.ResetConnection;
import io.bedrockruntime.emulator.WireStep.Send;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Plays the plan of one answer on its channel.
 */
final class WirePlayer {

	private final WireResponse plan;

	private final Channel channel;

	private final Scheduler timer;

	private volatile int sent;

	private volatile boolean done;

	WirePlayer(WireResponse plan, Channel channel, Scheduler timer) {
		this.plan = plan;
		this.channel = channel;
		this.timer = timer;
	}

	Mono<Void> play(HttpServerResponse response, Flux<WireStep> steps) {
		response.status(this.plan.status());
		this.plan.headers().forEach((header) -> response.header(header.name(), header.value()));
		if (this.plan.contentLength() != WireResponse.CHUNKED) {
			response.header("Content-Length", Long.toString(this.plan.contentLength()));
		}
		return play(Flux.fromIterable(this.plan.beforeHeaders())).then(response.sendHeaders().then())
			.then(play(steps))
			.doOnSuccess((nothing) -> this.done = true);
	}

	int sent() {
		return this.sent;
	}

	int left() {
		return Math.max(0, (int) this.plan.steps().stream().filter(Send.class::isInstance).count() - this.sent);
	}

	/** Whether the plan was played to its end, be it a fault. */
	boolean isDone() {
		return this.done;
	}

	private Mono<Void> play(Flux<WireStep> steps) {
		return steps.concatMap(this::step, 1).then();
	}

	private Mono<Void> step(WireStep step) {
		if (step instanceof Send send) {
			// Each event leaves at once, as the service's do, and only when the one
			// before
			// it has left: nothing piles up for a client that does not read.
			return FutureMono.deferFuture(() -> this.channel.writeAndFlush(Unpooled.wrappedBuffer(send.bytes())))
				.doOnSuccess((written) -> this.sent++);
		}
		if (step instanceof Pause pause) {
			return (pause.duration().compareTo(Fault.FOREVER) >= 0) ? Mono.never()
					: Mono.delay(pause.duration(), this.timer).then();
		}
		return Mono.defer(() -> {
			this.done = true;
			if (step instanceof Reset) {
				ChannelEnd.reset(this.channel);
			}
			else if (step instanceof ResetConnection) {
				ChannelEnd.resetConnection(this.channel);
			}
			else {
				ChannelEnd.closeConnection(this.channel);
			}
			return Mono.never();
		});
	}

}
