package io.bedrockruntime.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Timeouts}.
 */
class TimeoutsTests {

	private static final Duration LIMIT = Duration.ofSeconds(7);

	private static final List<BiFunction<Timeouts, Duration, Timeouts>> SETTERS = List.of(Timeouts::withConnect,
			Timeouts::withAcquire, Timeouts::withResponse, Timeouts::withIdle, Timeouts::withCall);

	@Test
	void defaultsSuitModelsThatThinkForMinutes() {
		assertThat(Timeouts.defaults()).isEqualTo(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30),
				Duration.ofMinutes(15), Duration.ofMinutes(5), null));
	}

	@Test
	void whenOneIsSetThenTheOthersAreKept() {
		Timeouts one = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3),
				Duration.ofSeconds(4), Duration.ofSeconds(5));
		assertThat(one.withConnect(LIMIT))
			.isEqualTo(new Timeouts(LIMIT, one.acquire(), one.response(), one.idle(), one.call()));
		assertThat(one.withAcquire(LIMIT))
			.isEqualTo(new Timeouts(one.connect(), LIMIT, one.response(), one.idle(), one.call()));
		assertThat(one.withResponse(null))
			.isEqualTo(new Timeouts(one.connect(), one.acquire(), null, one.idle(), one.call()));
		assertThat(one.withIdle(null))
			.isEqualTo(new Timeouts(one.connect(), one.acquire(), one.response(), null, one.call()));
		assertThat(one.withCall(null))
			.isEqualTo(new Timeouts(one.connect(), one.acquire(), one.response(), one.idle(), null));
	}

	@Test
	void whenOneIsNotPositiveOrBeyondCountingThenItIsRefused() {
		for (BiFunction<Timeouts, Duration, Timeouts> setter : SETTERS) {
			for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofSeconds(Long.MIN_VALUE),
					Timeouts.MAX_DURATION.plusNanos(1), Duration.ofSeconds(Long.MAX_VALUE),
					ChronoUnit.FOREVER.getDuration())) {
				assertThatIllegalArgumentException().isThrownBy(() -> setter.apply(Timeouts.defaults(), limit));
			}
		}
	}

	@Test
	void whenConnectOrAcquireIsMissingThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Timeouts.defaults().withConnect(null))
			.withMessageContaining("connect");
		assertThatIllegalArgumentException().isThrownBy(() -> Timeouts.defaults().withAcquire(null))
			.withMessageContaining("acquire");
	}

}
