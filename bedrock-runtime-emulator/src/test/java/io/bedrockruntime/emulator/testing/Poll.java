package io.bedrockruntime.emulator.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import reactor.core.publisher.Flux;

/**
 * Polls for conditions without a notification.
 */
public final class Poll {

	private Poll() {
	}

	public static void until(BooleanSupplier condition) {
		every(Duration.ofMillis(5), condition);
	}

	/** Wait until a number does not change any more, and return it. */
	public static long untilStill(LongSupplier number) {
		long[] before = { -1 };
		every(Duration.ofMillis(700), () -> {
			long now = number.getAsLong();
			boolean still = now == before[0];
			before[0] = now;
			return still;
		});
		return before[0];
	}

	private static void every(Duration interval, BooleanSupplier condition) {
		Flux.interval(Duration.ZERO, interval)
			.onBackpressureDrop()
			.filter((tick) -> condition.getAsBoolean())
			.blockFirst(Duration.ofSeconds(20));
	}

}
