package io.bedrockruntime.autoconfigure.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.BedrockRuntimeProbe;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.event.CallOutcomes;
import io.bedrockruntime.identity.ResolvedIdentity;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * Health indicator of a client. There is at most one probe at a time, with a timeout, and
 * none while the last result is cached. A change of the result is logged. The outcomes of
 * the application's own calls are reported, but do not affect the status.
 */
class BedrockRuntimeHealthIndicator implements ReactiveHealthIndicator {

	private static final Log logger = LogFactory.getLog(BedrockRuntimeHealthIndicator.class);

	/**
	 * Maximum share of the time to live that is subtracted at random, so that instances
	 * do not probe at the same time.
	 */
	private static final double JITTER = 0.2;

	private final String name;

	private final ReactiveBedrockRuntimeTemplate client;

	private final String probeName;

	private final Clock clock;

	private final Mono<Result> result;

	private @Nullable HealthFinding last;

	/**
	 * Create an instance.
	 * @param name the name of the client in the log
	 * @param client the client
	 * @param probe the check
	 * @param properties the limits
	 * @param clock the source of the current time
	 * @param timer the scheduler for timeouts
	 */
	BedrockRuntimeHealthIndicator(String name, ReactiveBedrockRuntimeTemplate client, HealthProbe probe,
			BedrockRuntimeHealthProperties properties, Clock clock, Scheduler timer) {
		this.name = name;
		this.client = client;
		this.probeName = probe.name();
		this.clock = clock;
		this.result = result(probe, properties, timer);
	}

	private Mono<Result> result(HealthProbe probe, BedrockRuntimeHealthProperties properties, Scheduler timer) {
		Duration timeout = properties.getTimeout();
		Mono<Result> fresh = Mono.defer(() -> {
			Instant checkedAt = this.clock.instant();
			long started = timer.now(TimeUnit.NANOSECONDS);
			return probe.check()
				.timeout(timeout, Mono.just(HealthFinding.down("timeout")), timer)
				.map((finding) -> new Result(finding, checkedAt,
						TimeUnit.NANOSECONDS.toMillis(timer.now(TimeUnit.NANOSECONDS) - started)));
		}).doOnNext((result) -> log(result.finding()));
		return fresh.cache(
				(result) -> withJitter(
						result.finding().isDown() ? properties.getFailureTimeToLive() : properties.getTimeToLive()),
				(failure) -> Duration.ZERO, () -> Duration.ZERO, timer);
	}

	private static Duration withJitter(Duration timeToLive) {
		double part = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
		return Duration.ofMillis(Math.round(timeToLive.toMillis() * part));
	}

	/**
	 * Log a change. Probes run one after the other.
	 */
	private synchronized void log(HealthFinding finding) {
		HealthFinding before = this.last;
		this.last = finding;
		if (before != null && before.isSameAs(finding)) {
			return;
		}
		if (finding.isDown()) {
			logger.warn(this.name + " is " + finding);
		}
		else if (before != null || finding.reason() != null) {
			logger.info(this.name + " is " + finding);
		}
	}

	@Override
	public Mono<Health> health() {
		return this.result.map(this::health);
	}

	private Health health(Result result) {
		Map<String, Object> details = new LinkedHashMap<>();
		BedrockRuntimeProbe probe = this.client.probe();
		details.put("probe", this.probeName);
		details.put("region", probe.region());
		details.put("endpoint", probe.endpoint().getHost());
		details.put("checkedAt", result.checkedAt().toString());
		details.put("latencyMs", result.latencyMs());
		result.finding().addTo(details);
		ResolvedIdentity identity = this.client.currentIdentity();
		if (identity != null) {
			details.put("credentials", credentials(identity));
		}
		addOutcomes(probe.outcomes(), details);
		return Health.status(result.finding().status()).withDetails(details).build();
	}

	private static Map<String, Object> credentials(ResolvedIdentity identity) {
		Map<String, Object> credentials = new LinkedHashMap<>();
		credentials.put("provider", identity.provider());
		if (identity.expiration() != null) {
			credentials.put("expiresAt", identity.expiration().toString());
		}
		return credentials;
	}

	private static void addOutcomes(CallOutcomes outcomes, Map<String, Object> details) {
		if (outcomes.lastSuccessAt() != null) {
			details.put("lastSuccessAt", outcomes.lastSuccessAt().toString());
		}
		if (outcomes.lastErrorType() != null) {
			details.put("lastErrorType", outcomes.lastErrorType());
		}
		details.put("consecutiveFailures", outcomes.consecutiveFailures());
	}

	private record Result(HealthFinding finding, Instant checkedAt, long latencyMs) {
	}

}
