package io.bedrockruntime.emulator.soak;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how calls ended, and keeps the first unexpected results.
 */
final class SoakTally {

	private static final int MOST_KEPT = 20;

	private final Map<SoakScenario, Map<String, LongAdder>> outcomes = new EnumMap<>(SoakScenario.class);

	private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();

	private final LongAdder events = new LongAdder();

	private final LongAdder inFlight = new LongAdder();

	private final AtomicInteger violationCount = new AtomicInteger();

	private final List<String> violations = new CopyOnWriteArrayList<>();

	SoakTally() {
		for (SoakScenario scenario : SoakScenario.values()) {
			this.outcomes.put(scenario, new ConcurrentHashMap<>());
		}
	}

	void event() {
		this.events.increment();
	}

	/** A signal that was in delivery when another thread cancelled. */
	void inFlight() {
		this.inFlight.increment();
	}

	/** Errors and signals that Reactor dropped. */
	void dropped(String what) {
		this.dropped.computeIfAbsent(what, (key) -> new LongAdder()).increment();
	}

	void ended(SoakScenario scenario, String how) {
		this.outcomes.get(scenario).computeIfAbsent(how, (key) -> new LongAdder()).increment();
	}

	void violation(String what) {
		if (this.violationCount.incrementAndGet() <= MOST_KEPT) {
			this.violations.add(what);
			System.out.println("VIOLATION " + what);
		}
	}

	long events() {
		return this.events.sum();
	}

	long signalsInFlight() {
		return this.inFlight.sum();
	}

	Map<String, Long> dropped() {
		return sums(this.dropped);
	}

	Map<String, Long> outcomes(SoakScenario scenario) {
		return sums(this.outcomes.get(scenario));
	}

	long calls() {
		return this.outcomes.values()
			.stream()
			.flatMap((ends) -> ends.values().stream())
			.mapToLong(LongAdder::sum)
			.sum();
	}

	int violationCount() {
		return this.violationCount.get();
	}

	List<String> violations() {
		return this.violations;
	}

	private static Map<String, Long> sums(Map<String, LongAdder> adders) {
		Map<String, Long> sums = new TreeMap<>();
		adders.forEach((name, adder) -> sums.put(name, adder.sum()));
		return sums;
	}

}
