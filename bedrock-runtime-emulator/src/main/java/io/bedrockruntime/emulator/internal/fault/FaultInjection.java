package io.bedrockruntime.emulator.internal.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;

import io.bedrockruntime.emulator.internal.wire.StreamingResponse;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.internal.wire.WireStep.BreakFraming;
import io.bedrockruntime.emulator.internal.wire.WireStep.Close;
import io.bedrockruntime.emulator.internal.wire.WireStep.End;
import io.bedrockruntime.emulator.internal.wire.WireStep.GoAway;
import io.bedrockruntime.emulator.internal.wire.WireStep.Pause;
import io.bedrockruntime.emulator.internal.wire.WireStep.Reset;
import io.bedrockruntime.emulator.internal.wire.WireStep.ResetConnection;
import io.bedrockruntime.emulator.internal.wire.WireStep.Send;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Applies faults to a response: to its head, and to the steps of its body as they are
 * produced, so that they also work for a response that is not known in advance.
 */
public final class FaultInjection {

	/**
	 * A reset discards data that the client has not read yet; this pause lets it read.
	 */
	private static final Pause BEFORE_RESET = new Pause(Duration.ofMillis(50));

	private FaultInjection() {
	}

	/** Apply faults to a response that does not depend on the request's body. */
	public static StreamingResponse apply(WireResponse response, List<Fault> faults) {
		return new StreamingResponse(head(response, faults),
				(input) -> body(Flux.fromIterable(response.steps()), faults, false));
	}

	/** Apply faults to a response whose steps are not known in advance. */
	public static StreamingResponse apply(WireResponse head, Function<Flux<byte[]>, Flux<WireStep>> steps,
			List<Fault> faults) {
		return new StreamingResponse(head(head, faults), (input) -> body(steps.apply(input), faults, true));
	}

	/** Apply the faults that come before the body. */
	private static WireResponse head(WireResponse head, List<Fault> faults) {
		WireResponse result = head;
		for (Fault fault : faults) {
			result = head(result, fault);
		}
		return result;
	}

	private static WireResponse head(WireResponse head, Fault fault) {
		WireStep before = beforeHeaders(fault);
		if (before != null) {
			return head.before(before);
		}
		if (fault instanceof Fault.WrongContentType wrong) {
			return head.replace(new Header("Content-Type", wrong.contentType()));
		}
		if (fault instanceof Fault.WrongContentLength wrong) {
			WireResponse lying = head.contentLength(Math.max(0, head.length() + wrong.difference()));
			return (wrong.difference() > 0) ? lying.replace(new Header("Connection", "close")) : lying;
		}
		boolean lengthIsUnknown = fault instanceof Fault.EndAfterEvents || fault instanceof Fault.EndAtByte
				|| fault instanceof Fault.CutInsideEvent || fault instanceof Fault.EndlessBody
				|| fault instanceof Fault.BrokenFraming;
		return lengthIsUnknown ? head.contentLength(WireResponse.CHUNKED) : head;
	}

	private static @Nullable WireStep beforeHeaders(Fault fault) {
		if (fault instanceof Fault.ResetBeforeHeaders reset) {
			return Reset.of(reset.code());
		}
		if (fault instanceof Fault.ResetConnectionBeforeHeaders) {
			return new ResetConnection();
		}
		if (fault instanceof Fault.CloseBeforeHeaders) {
			return new Close();
		}
		if (fault instanceof Fault.SilenceBeforeHeaders silence) {
			return new Pause(silence.duration());
		}
		if (fault instanceof Fault.GoAwayBeforeHeaders goAway) {
			return new GoAway(goAway.covered());
		}
		if (fault instanceof Fault.SlowHeaders slow) {
			return new WireStep.SlowDown(slow.pause());
		}
		return (fault instanceof Fault.EndlessHeaders) ? new WireStep.EndlessHeaders() : null;
	}

	/**
	 * Apply the faults that come after the headers.
	 * @param steps the steps without faults
	 * @param faults the faults in order
	 * @param live whether the next step may never arrive, so that no rewriter may wait
	 * for it
	 */
	private static Flux<WireStep> body(Flux<WireStep> steps, List<Fault> faults, boolean live) {
		Flux<WireStep> result = steps;
		for (Fault fault : faults) {
			Supplier<StepRewriter> rewriter = rewriter(fault, live);
			result = (rewriter != null) ? StepRewriter.rewrite(result, rewriter) : result;
		}
		return result;
	}

	private static @Nullable Supplier<StepRewriter> rewriter(Fault fault, boolean live) {
		if (fault instanceof Fault.Dribble dribble) {
			return () -> new SplitRewriter(1, dribble.pause(), live);
		}
		if (fault instanceof Fault.SplitIntoChunks split) {
			return () -> new SplitRewriter(split.bytes(), Duration.ZERO, live);
		}
		if (fault instanceof Fault.SwapEvents swap) {
			return () -> new SwapEventsRewriter(swap.event());
		}
		if (fault instanceof Fault.EndAtByte end) {
			return () -> new CutAtByteRewriter(end.bytes(), new End());
		}
		if (fault instanceof Fault.CloseAtByte close) {
			return () -> new CutAtByteRewriter(close.bytes(), new Close());
		}
		if (fault instanceof Fault.ResetAtByte reset) {
			return () -> new CutAtByteRewriter(reset.bytes(), BEFORE_RESET, Reset.of(Fault.ResetCode.INTERNAL_ERROR));
		}
		Supplier<StepRewriter> change = change(fault);
		Supplier<StepRewriter> insertion = (change != null) ? change : message(fault);
		return (insertion != null) ? insertion : end(fault);
	}

	/** Return the rewriter for a fault that changes one event. */
	private static @Nullable Supplier<StepRewriter> change(Fault fault) {
		if (fault instanceof Fault.CutInsideEvent cut) {
			return () -> new EventRewriter(cut.events(),
					(send) -> List.of(new Send(Arrays.copyOf(send.bytes(), send.bytes().length / 2), 0), new End()));
		}
		if (fault instanceof Fault.CorruptPreludeCrc corrupt) {
			return () -> new EventRewriter(corrupt.event(),
					(send) -> List.of(flip(send, Math.min(8, send.bytes().length - 1))));
		}
		if (fault instanceof Fault.CorruptMessageCrc corrupt) {
			return () -> new EventRewriter(corrupt.event(), (send) -> List.of(flip(send, send.bytes().length - 1)));
		}
		if (fault instanceof Fault.DuplicateEvent duplicate) {
			return () -> new EventRewriter(duplicate.event(), (send) -> List.of(send, send));
		}
		return null;
	}

	/**
	 * Return the rewriter for a fault that sends a message between the events or instead
	 * of the rest.
	 */
	private static @Nullable Supplier<StepRewriter> message(Fault fault) {
		if (fault instanceof Fault.UnknownEvent unknown) {
			return () -> new AfterEventsRewriter(unknown.events(),
					send(EventStreamMessage.event(unknown.eventType(), bytes(unknown.json()))));
		}
		if (fault instanceof Fault.ExceptionAfterEvents exception) {
			return () -> new AfterEventsRewriter(exception.events(),
					send(EventStreamMessage.exception(exception.exceptionType(), bytes(exception.json()))), new End());
		}
		if (fault instanceof Fault.ErrorAfterEvents error) {
			return () -> new AfterEventsRewriter(error.events(),
					send(EventStreamMessage.error(error.code(), error.message())), new End());
		}
		if (fault instanceof Fault.OversizedEvent oversized) {
			return () -> new AfterEventsRewriter(oversized.events(), prelude(oversized.declaredLength()), new End());
		}
		if (fault instanceof Fault.SilenceBeforeFirstEvent silence) {
			return () -> new AfterEventsRewriter(0, new Pause(silence.duration()));
		}
		if (fault instanceof Fault.SilenceAfterEvents silence) {
			return () -> new AfterEventsRewriter(silence.events(), new Pause(silence.duration()));
		}
		return null;
	}

	/** Return the rewriter for a fault that ends the response too early, or never. */
	private static @Nullable Supplier<StepRewriter> end(Fault fault) {
		if (fault instanceof Fault.ResetAfterEvents reset) {
			return () -> new AfterEventsRewriter(reset.events(), BEFORE_RESET, Reset.of(reset.code()));
		}
		if (fault instanceof Fault.ResetConnectionAfterEvents reset) {
			return () -> new AfterEventsRewriter(reset.events(), BEFORE_RESET, new ResetConnection());
		}
		if (fault instanceof Fault.EndAfterEvents end) {
			return () -> new AfterEventsRewriter(end.events(), new End());
		}
		if (fault instanceof Fault.CloseWithoutLastChunk close) {
			return () -> new AfterEventsRewriter(close.events(), new Close());
		}
		if (fault instanceof Fault.GoAwayAfterEvents goAway) {
			return () -> new AfterEventsRewriter(goAway.events(), new GoAway(goAway.covered()));
		}
		if (fault instanceof Fault.BrokenFraming broken) {
			return () -> new AfterEventsRewriter(broken.events(), new BreakFraming());
		}
		return (fault instanceof Fault.EndlessBody)
				? () -> new AfterEventsRewriter(Integer.MAX_VALUE, new WireStep.EndlessBody()) : null;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static Send flip(Send send, int index) {
		byte[] flipped = send.bytes().clone();
		flipped[index] ^= 0x55;
		return new Send(flipped, send.events());
	}

	private static Send send(EventStreamMessage message) {
		return new Send(EventStreamEncoder.encode(message), 1);
	}

	private static Send prelude(int declaredLength) {
		ByteBuffer buffer = ByteBuffer.allocate(12).putInt(declaredLength).putInt(0);
		CRC32 crc = new CRC32();
		crc.update(buffer.array(), 0, 8);
		return new Send(buffer.putInt((int) crc.getValue()).array(), 0);
	}

}
