package io.bedrockruntime.emulator;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import reactor.core.publisher.Flux;

/**
 * Waits for what nobody announces.
 */
final class Poll {

	private Poll() {
	}

	static void until(BooleanSupplier condition) {
		every(Duration.ofMillis(5), condition);
	}

	static void every(Duration interval, BooleanSupplier condition) {
		Flux.interval(Duration.ZERO, interval)
			.onBackpressureDrop()
			.filter((tick) -> condition.getAsBoolean())
			.blockFirst(Duration.ofSeconds(20));
	}

}
