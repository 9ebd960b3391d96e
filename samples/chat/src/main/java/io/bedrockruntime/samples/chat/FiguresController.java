package io.bedrockruntime.samples.chat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint of the metrics page with the current values of the main metrics, which are
 * also exported to Prometheus.
 */
@RestController
class FiguresController {

	private static final String DURATION = "gen_ai.client.operation.duration";

	private static final String USAGE = "gen_ai.client.inference.usage.";

	private static final String POOL = "reactor.netty.connection.provider.";

	private final MeterRegistry registry;

	FiguresController(MeterRegistry registry) {
		this.registry = registry;
	}

	@GetMapping("/api/figures")
	Figures figures() {
		return new Figures(calls(),
				(int) sum(this.registry.find(DURATION + ".active").longTaskTimers(), LongTaskTimer::activeTasks),
				firstChunk(), tokens(), cost(),
				(long) sum(this.registry.find("bedrock.client.retries").counters(), Counter::count), stopReasons(),
				new Figures.Pool(pool("active"), pool("idle"), pool("pending"), pool("max")));
	}

	private Figures.Calls calls() {
		long count = 0;
		long cancelled = 0;
		Map<String, Long> failures = new TreeMap<>();
		for (Timer timer : this.registry.find(DURATION).timers()) {
			String errorType = tag(timer, "error.type");
			count += timer.count();
			if (errorType.equals("cancelled")) {
				cancelled += timer.count();
			}
			else if (!errorType.equals("none")) {
				failures.merge(errorType, timer.count(), Long::sum);
			}
		}
		return new Figures.Calls(count, failures, cancelled);
	}

	private Figures.FirstChunk firstChunk() {
		Iterable<Timer> timers = this.registry.find("gen_ai.client.operation.time_to_first_chunk").timers();
		return new Figures.FirstChunk((long) sum(timers, Timer::count),
				sum(timers, (timer) -> timer.totalTime(TimeUnit.SECONDS)));
	}

	private Figures.Tokens tokens() {
		return new Figures.Tokens((long) sum(usage("input_tokens"), Counter::count),
				(long) sum(usage("output_tokens"), Counter::count),
				(long) sum(usage("cache_read.input_tokens"), Counter::count));
	}

	/** Calculated as by the recording rule in observability/prometheus. */
	private Figures.Cost cost() {
		Iterable<Gauge> prices = this.registry.find("bedrock.client.price").gauges();
		double cost = sum(prices, (price) -> price.value() / 1e6 * switch (tag(price, "token_type")) {
			case "input" -> tokens("input_tokens", price) - tokens("cache_read.input_tokens", price)
					- tokens("cache_write.input_tokens", price);
			case "output" -> tokens("output_tokens", price);
			case "cache_read" -> tokens("cache_read.input_tokens", price);
			case "cache_write" -> tokens("cache_write.input_tokens", price);
			default -> 0;
		});
		return new Figures.Cost(cost, prices.iterator().hasNext());
	}

	private double tokens(String kind, Gauge price) {
		return sum(this.registry.find(USAGE + kind)
			.tag("gen_ai.request.model", tag(price, "gen_ai.request.model"))
			.counters(), Counter::count);
	}

	private Iterable<Counter> usage(String kind) {
		return this.registry.find(USAGE + kind).counters();
	}

	private Map<String, Long> stopReasons() {
		Map<String, Long> reasons = new TreeMap<>();
		for (Counter counter : this.registry.find("bedrock.client.responses").counters()) {
			reasons.merge(tag(counter, "stop_reason"), (long) counter.count(), Long::sum);
		}
		return reasons;
	}

	private long pool(String state) {
		return (long) sum(this.registry.find(POOL + state + ".connections")
			.tag("name", (name) -> name.startsWith("bedrock-runtime"))
			.gauges(), Gauge::value);
	}

	private static <M extends Meter> double sum(Iterable<M> meters, ToDoubleFunction<M> value) {
		double sum = 0;
		for (M meter : meters) {
			sum += value.applyAsDouble(meter);
		}
		return sum;
	}

	private static String tag(Meter meter, String key) {
		String value = meter.getId().getTag(key);
		return (value != null) ? value : "none";
	}

}
