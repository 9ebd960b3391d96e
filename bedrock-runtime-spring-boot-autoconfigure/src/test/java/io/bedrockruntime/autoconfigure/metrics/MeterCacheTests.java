package io.bedrockruntime.autoconfigure.metrics;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link MeterCache}.
 */
class MeterCacheTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final AtomicInteger lookUps = new AtomicInteger();

	private final MeterCache<String, Counter> counters = new MeterCache<>(this.registry, (key) -> {
		this.lookUps.incrementAndGet();
		return this.registry.counter("counter", "key", key);
	});

	@Test
	void looksUpOnce() {
		assertThat(this.counters.get("a")).isSameAs(this.counters.get("a")).isNotSameAs(this.counters.get("b"));
		assertThat(this.lookUps).hasValue(2);
	}

	@Test
	void whenMeterIsRemovedThenAnotherOneIsInTheRegistry() {
		this.counters.get("a").increment();
		this.registry.remove(this.registry.get("counter").counter());
		this.counters.get("a").increment();
		assertThat(this.registry.get("counter").counter().count()).isEqualTo(1);
	}

	@Test
	void whenRegistryIsClearedThenOthersAreInTheRegistry() {
		this.counters.get("a").increment();
		this.counters.get("b").increment();
		this.registry.clear();
		this.counters.get("a").increment();
		this.counters.get("b").increment();
		assertThat(this.registry.get("counter").counters()).extracting(Counter::count).containsExactly(1.0, 1.0);
	}

	@Test
	void whenMeterIsRemovedDuringLookUpThenItIsLookedUpAgain() {
		MeterCache<String, Counter> removed = new MeterCache<>(this.registry, (key) -> {
			Counter counter = this.registry.counter("removed", "key", key);
			if (this.lookUps.incrementAndGet() == 1) {
				this.registry.remove(counter);
			}
			return counter;
		});
		removed.get("a");
		removed.get("a").increment();
		assertThat(this.registry.get("removed").counter().count()).isEqualTo(1);
	}

	@Test
	void whenLookUpFailsThenItIsTriedAgain() {
		MeterCache<String, Counter> failing = new MeterCache<>(this.registry, (key) -> {
			if (this.lookUps.incrementAndGet() == 1) {
				throw new IllegalStateException("no");
			}
			return this.registry.counter("counter", "key", key);
		});
		assertThatIllegalStateException().isThrownBy(() -> failing.get("a"));
		assertThat(failing.get("a")).isNotNull();
	}

	@Test
	void whenThereAreTooManyThenTheRestIsLookedUpEachTime() {
		for (int i = 0; i <= MeterCache.MAX_SIZE; i++) {
			this.counters.get("key " + i);
		}
		Counter last = this.counters.get("key " + MeterCache.MAX_SIZE);
		assertThat(this.counters.size()).isEqualTo(MeterCache.MAX_SIZE);
		assertThat(this.lookUps).hasValue(MeterCache.MAX_SIZE + 2);
		last.increment();
		assertThat(this.registry.get("counter").tag("key", "key " + MeterCache.MAX_SIZE).counter().count())
			.isEqualTo(1);
	}

}
