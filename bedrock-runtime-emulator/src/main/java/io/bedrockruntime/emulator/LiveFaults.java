package io.bedrockruntime.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.bedrockruntime.emulator.WireStep.Close;
import io.bedrockruntime.emulator.WireStep.End;
import io.bedrockruntime.emulator.WireStep.Pause;
import io.bedrockruntime.emulator.WireStep.Reset;
import io.bedrockruntime.emulator.WireStep.ResetConnection;
import io.bedrockruntime.emulator.WireStep.Send;
import io.bedrockruntime.eventstream.EventStreamMessage;
import reactor.core.publisher.Flux;

/**
 * Lets something go wrong with an answer that is not known in advance. Here a body that
 * is cut into pieces is cut event by event, since the next one may never come.
 */
final class LiveFaults {

	private LiveFaults() {
	}

	static Flux<WireStep> apply(Flux<WireStep> steps, List<Fault> faults) {
		Flux<WireStep> result = steps;
		for (Fault fault : faults) {
			result = apply(result, fault);
		}
		return result;
	}

	private static Flux<WireStep> apply(Flux<WireStep> steps, Fault fault) {
		if (fault instanceof Fault.ResetBeforeHeaders || fault instanceof Fault.SilenceBeforeHeaders) {
			return steps;
		}
		if (fault instanceof Fault.ResetAfterEvents reset) {
			return cut(steps, reset.events(), FaultInjection.BEFORE_RESET, new Reset());
		}
		if (fault instanceof Fault.ResetConnectionAfterEvents reset) {
			return cut(steps, reset.events(), FaultInjection.BEFORE_RESET, new ResetConnection());
		}
		if (fault instanceof Fault.EndAfterEvents end) {
			return cut(steps, end.events(), new End());
		}
		if (fault instanceof Fault.CloseWithoutLastChunk close) {
			return cut(steps, close.events(), new Close());
		}
		if (fault instanceof Fault.ExceptionAfterEvents exception) {
			return cut(
					steps, exception.events(), FaultInjection.message(EventStreamMessage
						.exception(exception.exceptionType(), exception.json().getBytes(StandardCharsets.UTF_8))),
					new End());
		}
		if (fault instanceof Fault.ErrorAfterEvents error) {
			return cut(steps, error.events(),
					FaultInjection.message(EventStreamMessage.error(error.code(), error.message())), new End());
		}
		if (fault instanceof Fault.OversizedEvent oversized) {
			return cut(steps, oversized.events(), FaultInjection.prelude(oversized.declaredLength()), new End());
		}
		return rewrite(steps, fault);
	}

	private static Flux<WireStep> rewrite(Flux<WireStep> steps, Fault fault) {
		if (fault instanceof Fault.CutInsideEvent cut) {
			return change(steps, cut.events(), (send) -> List
				.of(new Send(Arrays.copyOf(send.bytes(), send.bytes().length / 2), false), new End()));
		}
		if (fault instanceof Fault.CorruptPreludeCrc corrupt) {
			return change(steps, corrupt.event(), (send) -> List
				.of(new Send(FaultInjection.flip(send.bytes(), Math.min(8, send.bytes().length - 1)), send.frame())));
		}
		if (fault instanceof Fault.CorruptMessageCrc corrupt) {
			return change(steps, corrupt.event(), (send) -> List
				.of(new Send(FaultInjection.flip(send.bytes(), send.bytes().length - 1), send.frame())));
		}
		if (fault instanceof Fault.UnknownEvent unknown) {
			return insert(steps, unknown.events(), FaultInjection.message(
					EventStreamMessage.event(unknown.eventType(), unknown.json().getBytes(StandardCharsets.UTF_8))));
		}
		if (fault instanceof Fault.SilenceBeforeFirstEvent silence) {
			return insert(steps, 0, new Pause(silence.duration()));
		}
		if (fault instanceof Fault.SilenceAfterEvents silence) {
			return insert(steps, silence.events(), new Pause(silence.duration()));
		}
		if (fault instanceof Fault.Dribble dribble) {
			return split(steps, 1, dribble.pause());
		}
		if (fault instanceof Fault.SplitIntoChunks split) {
			return split(steps, split.bytes(), Duration.ZERO);
		}
		throw new IllegalStateException("No rule for " + fault);
	}

	/** Go on differently after so many sends, or at the end when there are fewer. */
	private static Flux<WireStep> cut(Flux<WireStep> steps, int events, WireStep... then) {
		Flux<WireStep> end = Flux.just(then);
		if (events == 0) {
			return end;
		}
		return Flux.defer(() -> {
			AtomicInteger sent = new AtomicInteger();
			return steps.takeWhile((step) -> !(step instanceof End))
				.takeUntil((step) -> step instanceof Send && sent.incrementAndGet() == events)
				.concatWith(end);
		});
	}

	private static Flux<WireStep> insert(Flux<WireStep> steps, int events, WireStep inserted) {
		if (events == 0) {
			return Flux.concat(Flux.just(inserted), steps);
		}
		return change(steps, events - 1, (send) -> List.of(send, inserted));
	}

	private static Flux<WireStep> change(Flux<WireStep> steps, int event, Function<Send, List<WireStep>> change) {
		return Flux.defer(() -> {
			AtomicInteger seen = new AtomicInteger();
			return steps.concatMapIterable((step) -> (step instanceof Send send && seen.getAndIncrement() == event)
					? change.apply(send) : List.of(step), 1);
		});
	}

	private static Flux<WireStep> split(Flux<WireStep> steps, int size, Duration pause) {
		return steps.concatMapIterable((step) -> {
			if (!(step instanceof Send send)) {
				return List.of(step);
			}
			List<WireStep> pieces = new ArrayList<>();
			for (int from = 0; from < send.bytes().length; from += size) {
				int to = Math.min(send.bytes().length, from + size);
				FaultInjection.add(pieces, Arrays.copyOfRange(send.bytes(), from, to), pause);
			}
			return pieces;
		}, 1);
	}

}
