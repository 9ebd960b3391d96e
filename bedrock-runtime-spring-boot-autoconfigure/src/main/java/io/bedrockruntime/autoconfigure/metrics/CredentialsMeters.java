package io.bedrockruntime.autoconfigure.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.identity.IdentityResolution;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;

/**
 * Records the time to resolve credentials or a key, and the time until they expire.
 */
class CredentialsMeters implements BedrockRuntimeBuilderCustomizer {

	static final String REFRESH = "bedrock.client.credentials.refresh";

	static final String EXPIRY = "bedrock.client.credentials.expiry";

	private static final String CLIENT = "client";

	private static final String PROVIDER = "provider";

	private final MeterRegistry registry;

	private final InstantSource clock;

	/** Empty for identities that do not expire. */
	private final Map<Source, Optional<Instant>> expirations = new ConcurrentHashMap<>();

	private final Set<Source> shown = ConcurrentHashMap.newKeySet();

	CredentialsMeters(MeterRegistry registry, InstantSource clock) {
		this.registry = registry;
		this.clock = clock;
	}

	@Override
	public void customize(BedrockRuntimeBuilder builder) {
		customize(BedrockRuntimeClients.UNNAMED, builder);
	}

	@Override
	public void customize(String name, BedrockRuntimeBuilder builder) {
		builder.addIdentityListener((resolution) -> record(new Source(name, resolution.provider()), resolution));
	}

	private void record(Source source, IdentityResolution resolution) {
		Timer.builder(REFRESH)
			.description("Time to resolve credentials or API keys")
			.tag("outcome", resolution.outcome().name().toLowerCase(Locale.ROOT))
			.tag(CLIENT, source.client())
			.tag(PROVIDER, source.provider())
			.register(this.registry)
			.record(resolution.duration());
		if (this.shown.add(source)) {
			TimeGauge.builder(EXPIRY, () -> secondsLeft(source), TimeUnit.SECONDS)
				.description("Time until credentials or API keys expire")
				.tag(CLIENT, source.client())
				.tag(PROVIDER, source.provider())
				.register(this.registry);
		}
		// After a failure, the previous identity remains in use until it expires.
		if (resolution.outcome() == IdentityResolution.Outcome.SUCCESS) {
			this.expirations.put(source, Optional.ofNullable(resolution.expiration()));
		}
	}

	private double secondsLeft(Source source) {
		return this.expirations.getOrDefault(source, Optional.empty())
			.map((expiration) -> Duration.between(this.clock.instant(), expiration).toMillis() / 1000.0)
			.orElse(Double.NaN);
	}

	/** Each client has its own provider; the class alone does not identify it. */
	private record Source(String client, String provider) {

	}

}
