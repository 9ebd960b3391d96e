package io.bedrockruntime.emulator;

import java.util.List;

import io.bedrockruntime.emulator.WireStep.Pause;
import io.bedrockruntime.emulator.WireStep.Reset;
import io.bedrockruntime.emulator.WireStep.Send;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Plays the plan of one answer on its connection, and notices when the client goes away.
 */
final class WirePlayer {

	private final WireResponse plan;

	private final Channel channel;

	private final Scheduler timer;

	private int sent;

	private boolean done;

	WirePlayer(WireResponse plan, Channel channel, Scheduler timer) {
		this.plan = plan;
		this.channel = channel;
		this.timer = timer;
	}

	Mono<Void> play(HttpServerResponse response) {
		response.status(this.plan.status());
		this.plan.headers().forEach((header) -> response.header(header.name(), header.value()));
		Flux<ByteBuf> body = steps(this.plan.steps()).doOnComplete(() -> this.done = true);
		if (this.plan.contentLength() != WireResponse.CHUNKED) {
			response.header("Content-Length", Long.toString(this.plan.contentLength()));
		}
		// Each event leaves at once, as the service's do.
		Mono<Void> answer = response.sendHeaders().send(body, (buffer) -> true).then();
		return steps(this.plan.beforeHeaders()).then(answer);
	}

	int sent() {
		return this.sent;
	}

	int left() {
		return (int) this.plan.steps().stream().filter(Send.class::isInstance).count() - this.sent;
	}

	/** Whether the plan was played to its end, be it a fault. */
	boolean isDone() {
		return this.done;
	}

	private Flux<ByteBuf> steps(List<WireStep> steps) {
		return Flux.fromIterable(steps).concatMap(this::step, 1);
	}

	private Publisher<ByteBuf> step(WireStep step) {
		if (step instanceof Send send) {
			return Mono.fromSupplier(() -> {
				this.sent++;
				return Unpooled.wrappedBuffer(send.bytes());
			});
		}
		if (step instanceof Pause pause) {
			return (pause.duration().compareTo(Fault.FOREVER) >= 0) ? Mono.never()
					: Mono.delay(pause.duration(), this.timer).then(Mono.empty());
		}
		return Mono.defer(() -> {
			this.done = true;
			if (step instanceof Reset) {
				this.channel.config().setOption(ChannelOption.SO_LINGER, 0);
				this.channel.close();
			}
			else {
				// Behind what was written before.
				this.channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((written) -> this.channel.close());
			}
			return Mono.never();
		});
	}

}
