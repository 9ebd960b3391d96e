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
 * Makes the health of all clients of an application: of the only one, or one for each by
 * its name.
 */
final class HealthContributorFactory {

	private static final String CLIENT = "Bedrock Runtime client";

	private final BedrockRuntimeHealthProperties properties;

	private final Supplier<ClientHttpConnector> applicationConnector;

	private final Map<String, ReactiveHealthIndicator> indicators = new LinkedHashMap<>();

	/**
	 * Create an instance.
	 * @param properties what to check
	 * @param applicationConnector the connector of clients that have none of their own
	 */
	HealthContributorFactory(BedrockRuntimeHealthProperties properties,
			Supplier<ClientHttpConnector> applicationConnector) {
		this.properties = properties;
		this.applicationConnector = applicationConnector;
	}

	/**
	 * Add the clients that are made of properties.
	 */
	HealthContributorFactory add(ConfiguredClients clients) {
		clients.usable().forEach((client) -> add(client.name(), client.template(), client.connector()));
		clients.unusable()
			.keySet()
			.forEach((name) -> this.indicators.put(child(name), HealthContributorFactory::unusable));
		return this;
	}

	/**
	 * Add a client that the application has made.
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
	 * Return the name of a client as a path can have it.
	 */
	private static String child(String name) {
		return name.replace('/', '.');
	}

	/**
	 * Tell that a client cannot be used. Why stands in the log of the start, and may name
	 * what is nobody's business here.
	 */
	private static Mono<Health> unusable() {
		return Mono.just(Health.down().withDetail("reason", "not configured correctly").build());
	}

	ReactiveHealthContributor create() {
		return (this.indicators.size() == 1) ? this.indicators.values().iterator().next()
				: CompositeReactiveHealthContributor.fromMap(this.indicators);
	}

}
