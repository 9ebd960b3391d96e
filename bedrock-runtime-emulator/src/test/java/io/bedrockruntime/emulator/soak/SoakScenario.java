package io.bedrockruntime.emulator.soak;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InternalServerException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Scenario of one emulator, and the expected results of its callers.
 */
enum SoakScenario {

	WHOLE(40, null, (place) -> List.of()),

	SPLIT(4, null, (place) -> List.of(new Fault.SplitIntoChunks(64))),

	DRIBBLE(1, null, (place) -> List.of(new Fault.Dribble(Duration.ofMillis(2)))),

	UNKNOWN_EVENT(4, null, (place) -> List.of(new Fault.UnknownEvent(place, "somethingNew", "{\"a\":1}"))),

	END(4, TruncatedStreamException.class, (place) -> List.of(new Fault.EndAfterEvents(place))),

	CLOSE(4, TruncatedStreamException.class, (place) -> List.of(new Fault.CloseWithoutLastChunk(place))),

	CUT(4, TruncatedStreamException.class, (place) -> List.of(new Fault.CutInsideEvent(place))),

	PRELUDE_CHECKSUM(4, ChecksumMismatchException.class, (place) -> List.of(new Fault.CorruptPreludeCrc(place))),

	MESSAGE_CHECKSUM(4, ChecksumMismatchException.class, (place) -> List.of(new Fault.CorruptMessageCrc(place))),

	OVERSIZED(4, MessageTooLargeException.class, (place) -> List.of(new Fault.OversizedEvent(place, 30 << 20))),

	EXCEPTION(4, ModelStreamErrorException.class,
			(place) -> List
				.of(new Fault.ExceptionAfterEvents(place, "modelStreamErrorException", "{\"message\":\"It broke.\"}"))),

	EXCEPTION_AT_ONCE(2, InternalServerException.class,
			(place) -> List
				.of(new Fault.ExceptionAfterEvents(0, "internalServerException", "{\"message\":\"Try again.\"}"))),

	ERROR(4, BedrockRuntimeServiceException.class,
			(place) -> List.of(new Fault.ErrorAfterEvents(place, "InternalFailure", "It broke."))),

	RESET(4, ConnectionResetException.class, (place) -> List.of(new Fault.ResetAfterEvents(place))),

	RESET_AT_ONCE(2, ConnectionResetException.class, (place) -> List.of(new Fault.ResetBeforeHeaders())),

	SILENT(2, IdleTimeoutException.class, (place) -> List.of(new Fault.SilenceAfterEvents(place, Fault.FOREVER))),

	SILENT_BEFORE_HEADERS(2, ResponseTimeoutException.class,
			(place) -> List.of(new Fault.SilenceBeforeHeaders(Fault.FOREVER))),

	SILENT_BEFORE_EVENTS(2, ResponseTimeoutException.class,
			(place) -> List.of(new Fault.SilenceBeforeFirstEvent(Fault.FOREVER))),

	PAGE(2, BedrockRuntimeServiceException.class, (place) -> List.of()),

	THROTTLED(8, ThrottlingException.class, (place) -> List.of());

	/** Short text of the dribbling emulator, because each byte takes time. */
	static final String SHORT_TEXT = "d00 d01 d02";

	private static final int LAST_PLACE = 20;

	private final int weight;

	private final @Nullable Class<? extends BedrockRuntimeException> failure;

	private final IntFunction<List<Fault>> faults;

	SoakScenario(int weight, @Nullable Class<? extends BedrockRuntimeException> failure,
			IntFunction<List<Fault>> faults) {
		this.weight = weight;
		this.failure = failure;
		this.faults = faults;
	}

	static SoakScenario draw(Random random) {
		int total = 0;
		for (SoakScenario scenario : values()) {
			total += scenario.weight;
		}
		int drawn = random.nextInt(total);
		for (SoakScenario scenario : values()) {
			drawn -= scenario.weight;
			if (drawn < 0) {
				return scenario;
			}
		}
		throw new IllegalStateException("No scenario");
	}

	/** The number of events before the fault, which both sides draw from the seed. */
	int place(long seed) {
		return 1 + new Random(seed + ordinal()).nextInt(LAST_PLACE);
	}

	List<ScriptEntry> script(long seed) {
		ScriptEntry entry = switch (this) {
			case PAGE -> ScriptEntry.of(Reply.Raw.html(503));
			case DRIBBLE -> ScriptEntry.of(new Reply.Text(SHORT_TEXT));
			default -> ScriptEntry.of();
		};
		for (Fault fault : this.faults.apply(place(seed))) {
			entry = entry.with(fault);
		}
		return List.of(entry.always());
	}

	@Nullable Class<? extends BedrockRuntimeException> failure() {
		return this.failure;
	}

	/** Whether a call may also succeed: the service decides anew for each attempt. */
	boolean maySucceed() {
		return this.failure == null || this == THROTTLED;
	}

	/** Whether fewer events than those sent are allowed. */
	boolean mayLoseTheLast() {
		// A reset drops unread data. On a busy machine the silence may begin
		// before the client has read it.
		return this == RESET || this == SILENT;
	}

	/** Return the number of events before the failure. */
	int delivered(long seed) {
		return switch (this) {
			case EXCEPTION_AT_ONCE, RESET_AT_ONCE, SILENT_BEFORE_HEADERS, SILENT_BEFORE_EVENTS, PAGE, THROTTLED -> 0;
			default -> place(seed);
		};
	}

	/** Whether the fault is the same for a unary response. */
	boolean isForUnary() {
		return switch (this) {
			case WHOLE, SPLIT, RESET_AT_ONCE, SILENT_BEFORE_HEADERS, PAGE, THROTTLED -> true;
			default -> false;
		};
	}

	/** Return the response text for a prompt, derived from that for another one. */
	String expectedText(String samplePrompt, String sampleText, String prompt) {
		return (this == DRIBBLE) ? SHORT_TEXT : sampleText.replace(samplePrompt, prompt);
	}

}
