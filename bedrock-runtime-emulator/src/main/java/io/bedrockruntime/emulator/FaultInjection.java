package io.bedrockruntime.emulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

import io.bedrockruntime.emulator.WireStep.Close;
import io.bedrockruntime.emulator.WireStep.Pause;
import io.bedrockruntime.emulator.WireStep.Reset;
import io.bedrockruntime.emulator.WireStep.ResetConnection;
import io.bedrockruntime.emulator.WireStep.Send;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * Rewrites the plan of an answer so that something goes wrong.
 */
final class FaultInjection {

	/** A reset throws away what the client has not read yet; give it the time to. */
	static final Pause BEFORE_RESET = new Pause(Duration.ofMillis(50));

	private FaultInjection() {
	}

	static WireResponse apply(WireResponse response, List<Fault> faults) {
		WireResponse result = response;
		for (Fault fault : faults) {
			result = apply(result, fault);
		}
		return result;
	}

	private static WireResponse apply(WireResponse response, Fault fault) {
		List<WireStep> steps = response.steps();
		if (fault instanceof Fault.ResetBeforeHeaders) {
			return response.before(new Reset());
		}
		if (fault instanceof Fault.SilenceBeforeHeaders silence) {
			return response.before(new Pause(silence.duration()));
		}
		if (fault instanceof Fault.ResetAfterEvents reset) {
			return response.replace(cut(steps, reset.events(), BEFORE_RESET, new Reset()));
		}
		if (fault instanceof Fault.ResetConnectionAfterEvents reset) {
			return response.replace(cut(steps, reset.events(), BEFORE_RESET, new ResetConnection()));
		}
		if (fault instanceof Fault.EndAfterEvents end) {
			return response.replace(cut(steps, end.events()));
		}
		if (fault instanceof Fault.CloseWithoutLastChunk close) {
			return response.replace(cut(steps, close.events(), new Close()));
		}
		if (fault instanceof Fault.CutInsideEvent cut) {
			return response.replace(cut(steps, cut.events(), half(steps, cut.events())));
		}
		if (fault instanceof Fault.ExceptionAfterEvents exception) {
			return response.replace(cut(steps, exception.events(), message(EventStreamMessage
				.exception(exception.exceptionType(), exception.json().getBytes(StandardCharsets.UTF_8)))));
		}
		if (fault instanceof Fault.ErrorAfterEvents error) {
			return response
				.replace(cut(steps, error.events(), message(EventStreamMessage.error(error.code(), error.message()))));
		}
		if (fault instanceof Fault.OversizedEvent oversized) {
			return response.replace(cut(steps, oversized.events(), prelude(oversized.declaredLength())));
		}
		return response.replace(rewrite(steps, fault));
	}

	private static List<WireStep> rewrite(List<WireStep> steps, Fault fault) {
		if (fault instanceof Fault.CorruptPreludeCrc corrupt) {
			return change(steps, corrupt.event(), (bytes) -> flip(bytes, Math.min(8, bytes.length - 1)));
		}
		if (fault instanceof Fault.CorruptMessageCrc corrupt) {
			return change(steps, corrupt.event(), (bytes) -> flip(bytes, bytes.length - 1));
		}
		if (fault instanceof Fault.UnknownEvent unknown) {
			return insert(steps, unknown.events(), message(
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

	/** Return the place in the steps after so many sends. */
	private static int after(List<WireStep> steps, int events) {
		int seen = 0;
		for (int i = 0; i < steps.size(); i++) {
			if (seen == events) {
				return i;
			}
			seen += (steps.get(i) instanceof Send) ? 1 : 0;
		}
		return steps.size();
	}

	private static List<WireStep> cut(List<WireStep> steps, int events, WireStep... then) {
		List<WireStep> kept = new ArrayList<>(steps.subList(0, after(steps, events)));
		kept.addAll(Arrays.asList(then));
		return kept;
	}

	private static List<WireStep> insert(List<WireStep> steps, int events, WireStep step) {
		List<WireStep> longer = new ArrayList<>(steps);
		longer.add(after(steps, events), step);
		return longer;
	}

	private static List<WireStep> change(List<WireStep> steps, int event, UnaryOperator<byte[]> change) {
		List<WireStep> changed = new ArrayList<>(steps);
		for (int i = after(steps, event); i < changed.size(); i++) {
			if (changed.get(i) instanceof Send send) {
				changed.set(i, new Send(change.apply(send.bytes()), send.frame()));
				break;
			}
		}
		return changed;
	}

	private static Send half(List<WireStep> steps, int events) {
		for (WireStep step : steps.subList(after(steps, events), steps.size())) {
			if (step instanceof Send send) {
				return new Send(Arrays.copyOf(send.bytes(), send.bytes().length / 2), false);
			}
		}
		return new Send(new byte[0], false);
	}

	static byte[] flip(byte[] bytes, int index) {
		byte[] flipped = bytes.clone();
		flipped[index] ^= 0x55;
		return flipped;
	}

	static Send message(EventStreamMessage message) {
		return new Send(EventStreamEncoder.encode(message), true);
	}

	static Send prelude(int declaredLength) {
		ByteBuffer buffer = ByteBuffer.allocate(12).putInt(declaredLength).putInt(0);
		CRC32 crc = new CRC32();
		crc.update(buffer.array(), 0, 8);
		return new Send(buffer.putInt((int) crc.getValue()).array(), false);
	}

	/** Cut bytes without regard to events; pauses stay where they are. */
	private static List<WireStep> split(List<WireStep> steps, int size, Duration pause) {
		List<WireStep> pieces = new ArrayList<>();
		byte[] rest = new byte[0];
		for (WireStep step : steps) {
			if (step instanceof Send send) {
				rest = concat(rest, send.bytes());
				int from = 0;
				for (; rest.length - from >= size; from += size) {
					add(pieces, Arrays.copyOfRange(rest, from, from + size), pause);
				}
				rest = Arrays.copyOfRange(rest, from, rest.length);
			}
			else {
				if (rest.length > 0 && !(step instanceof Pause)) {
					add(pieces, rest, pause);
					rest = new byte[0];
				}
				pieces.add(step);
			}
		}
		if (rest.length > 0) {
			add(pieces, rest, pause);
		}
		return pieces;
	}

	static void add(List<WireStep> pieces, byte[] piece, Duration pause) {
		pieces.add(new Send(piece, false));
		if (!pause.isZero()) {
			pieces.add(new Pause(pause));
		}
	}

	private static byte[] concat(byte[] first, byte[] second) {
		byte[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

}
