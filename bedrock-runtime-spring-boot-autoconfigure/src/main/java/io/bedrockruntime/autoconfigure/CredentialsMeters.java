package io.bedrockruntime.autoconfigure;

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
import io.bedrockruntime.identity.IdentityResolution;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;

/**
 * Times how long it takes to get credentials or a key, and shows how long they last.
 */
class CredentialsMeters implements BedrockRuntimeBuilderCustomizer {

	static final String REFRESH = "bedrock.client.credentials.refresh";

	static final String EXPIRY = "bedrock.client.credentials.expiry";

	private static final String CLIENT = "client";

	private static final String PROVIDER = "provider";

	private final MeterRegistry registry;

	private final InstantSource clock;

	/** Empty for what does not expire. */
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
			.description("Time that a provider of credentials or keys took")
			.tag("outcome", resolution.outcome().name().toLowerCase(Locale.ROOT))
			.tag(CLIENT, source.client())
			.tag(PROVIDER, source.provider())
			.register(this.registry)
			.record(resolution.duration());
		if (this.shown.add(source)) {
			TimeGauge.builder(EXPIRY, () -> secondsLeft(source), TimeUnit.SECONDS)
				.description("Time left until credentials or keys expire")
				.tag(CLIENT, source.client())
				.tag(PROVIDER, source.provider())
				.register(this.registry);
		}
		// What was got before goes on to age if there is nothing new.
		if (resolution.outcome() == IdentityResolution.Outcome.SUCCESS) {
			this.expirations.put(source, Optional.ofNullable(resolution.expiration()));
		}
	}

	private double secondsLeft(Source source) {
		return this.expirations.getOrDefault(source, Optional.empty())
			.map((expiration) -> Duration.between(this.clock.instant(), expiration).toMillis() / 1000.0)
			.orElse(Double.NaN);
	}

	/** Each client has a provider of its own, which another may have the class of. */
	private record Source(String client, String provider) {

	}

}
