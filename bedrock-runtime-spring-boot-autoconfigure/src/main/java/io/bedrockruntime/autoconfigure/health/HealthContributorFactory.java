package io.bedrockruntime.autoconfigure.health;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnector;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.function.SingletonSupplier;

/**
 * Creates the health contributor for the clients: an indicator if there is one client,
 * otherwise a composite with one indicator for each name.
 */
final class HealthContributorFactory {

	private static final String CLIENT = "Bedrock Runtime client";

	private final BedrockRuntimeHealthProperties properties;

	private final Supplier<ClientHttpConnector> applicationConnector;

	private final Map<String, ReactiveHealthIndicator> indicators = new LinkedHashMap<>();

	/**
	 * Create an instance.
	 * @param properties the check and its limits
	 * @param applicationConnector the connector for clients without their own
	 */
	HealthContributorFactory(BedrockRuntimeHealthProperties properties,
			Supplier<ClientHttpConnector> applicationConnector) {
		this.properties = properties;
		this.applicationConnector = applicationConnector;
	}

	/**
	 * Add the clients that are configured with properties.
	 */
	HealthContributorFactory add(ConfiguredClients clients) {
		clients.usable().forEach((client) -> add(client.name(), client.template(), client.connector()));
		clients.unusable()
			.keySet()
			.forEach((name) -> this.indicators.put(child(name), HealthContributorFactory::unusable));
		return this;
	}

	/**
	 * Add a client that the application has created.
	 */
	HealthContributorFactory add(String name, ReactiveBedrockRuntimeTemplate client) {
		return add(name, client, null);
	}

	private HealthContributorFactory add(String name, ReactiveBedrockRuntimeTemplate client,
			@Nullable BedrockRuntimeConnector connector) {
		Supplier<ClientHttpConnector> connectors = (connector != null) ? SingletonSupplier.of(connector::buildForProbe)
				: this.applicationConnector;
		Clock clock = Clock.systemUTC();
		this.indicators.put(child(name),
				new BedrockRuntimeHealthIndicator(
						name.equals(BedrockRuntimeClients.UNNAMED) ? CLIENT : CLIENT + " '" + name + "'", client,
						new HealthProbe(client, this.properties, connectors, clock), this.properties, clock,
						Schedulers.parallel()));
		return this;
	}

	/**
	 * Return the name of a client in a form that is valid in a path.
	 */
	private static String child(String name) {
		return name.replace('/', '.');
	}

	/**
	 * Report that a client cannot be used. The reason is logged at start, as it may
	 * contain confidential details.
	 */
	private static Mono<Health> unusable() {
		return Mono.just(Health.down().withDetail("reason", "not configured correctly").build());
	}

	ReactiveHealthContributor create() {
		return (this.indicators.size() == 1) ? this.indicators.values().iterator().next()
				: CompositeReactiveHealthContributor.fromMap(this.indicators);
	}

}
