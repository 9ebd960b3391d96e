package io.bedrockruntime.autoconfigure.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Meters that were looked up before, by what they were looked up with. To look one up
 * means to put its tags together, sort them and compare them, which costs several times
 * what it costs to record.
 *
 * @param <K> what meters are looked up with
 * @param <M> the meters
 */
final class MeterCache<K, M> {

	/** Whoever may name models may make as many keys; the rest is looked up each time. */
	static final int MAX_SIZE = 1000;

	private final Map<K, M> meters = new ConcurrentHashMap<>();

	private final AtomicInteger removals = new AtomicInteger();

	private final Function<K, M> lookup;

	/**
	 * Create an instance.
	 * @param registry where the meters are
	 * @param lookup looks them up there
	 */
	MeterCache(MeterRegistry registry, Function<K, M> lookup) {
		this.lookup = lookup;
		// What is removed from a registry is in no report any more.
		registry.config().onMeterRemoved((meter) -> {
			this.removals.incrementAndGet();
			this.meters.clear();
		});
	}

	M get(K key) {
		M known = this.meters.get(key);
		return (known != null) ? known : find(key);
	}

	private M find(K key) {
		int removals = this.removals.get();
		M found = this.lookup.apply(key);
		if (this.meters.size() < MAX_SIZE) {
			this.meters.put(key, found);
			if (removals != this.removals.get()) {
				this.meters.remove(key);
			}
		}
		return found;
	}

	int size() {
		return this.meters.size();
	}

}
