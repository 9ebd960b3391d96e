package io.bedrockruntime.autoconfigure.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Cache of meters. To look up a meter in the registry, its tags have to be built, sorted
 * and compared, which costs several times as much as to record a value.
 *
 * @param <K> the type of keys
 * @param <M> the type of meters
 */
final class MeterCache<K, M> {

	/**
	 * Limit, as users may choose models and thus keys. Other meters are looked up each
	 * time.
	 */
	static final int MAX_SIZE = 1000;

	private final Map<K, M> meters = new ConcurrentHashMap<>();

	private final AtomicInteger removals = new AtomicInteger();

	private final Function<K, M> lookup;

	/**
	 * Create an instance.
	 * @param registry the registry
	 * @param lookup looks up the meter for a key
	 */
	MeterCache(MeterRegistry registry, Function<K, M> lookup) {
		this.lookup = lookup;
		// A removed meter is no longer exported, and must not be used any more.
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
