package io.bedrockruntime.autoconfigure.health;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the Amazon Bedrock
 * Runtime.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BedrockRuntimeAutoConfiguration.class)
@ConditionalOnClass({ ReactiveBedrockRuntimeTemplate.class, ReactiveHealthContributor.class,
		ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(ReactiveBedrockRuntimeTemplate.class)
@ConditionalOnEnabledHealthIndicator("bedrock-runtime")
@EnableConfigurationProperties(BedrockRuntimeHealthProperties.class)
public final class BedrockRuntimeHealthContributorAutoConfiguration {

	private static final PropertyValidator VALIDATOR = new PropertyValidator(
			BedrockRuntimeHealthProperties.PREFIX + ".");

	@Bean
	@ConditionalOnMissingBean(name = { "bedrockRuntimeHealthIndicator", "bedrockRuntimeHealthContributor" })
	ReactiveHealthContributor bedrockRuntimeHealthContributor(Map<String, ReactiveBedrockRuntimeTemplate> beans,
			ObjectProvider<ConfiguredClients> configured, BedrockRuntimeHealthProperties properties,
			ObjectProvider<ClientHttpConnector> connectors) {
		validate(properties);
		HealthContributorFactory factory = new HealthContributorFactory(properties,
				SingletonSupplier.of(() -> connectors.getIfAvailable(ReactorClientHttpConnector::new)));
		Set<ReactiveBedrockRuntimeTemplate> known = new HashSet<>();
		configured.ifAvailable((clients) -> {
			factory.add(clients);
			clients.usable().forEach((client) -> known.add(client.template()));
		});
		beans.forEach((name, client) -> {
			if (known.add(client)) {
				factory.add((beans.size() == 1) ? BedrockRuntimeClients.UNNAMED : name, client);
			}
		});
		return factory.create();
	}

	private static void validate(BedrockRuntimeHealthProperties properties) {
		Duration timeout = properties.getTimeout();
		require(!timeout.isNegative() && !timeout.isZero(), "timeout", timeout, "must be longer than zero", "2s");
		requireNotNegative("time-to-live", properties.getTimeToLive(), "60s");
		requireNotNegative("failure-time-to-live", properties.getFailureTimeToLive(), "10s");
	}

	private static void requireNotNegative(String name, Duration value, String example) {
		require(!value.isNegative(), name, value, "must not be negative", example);
	}

	private static void require(boolean valid, String name, Duration value, String rule, String example) {
		VALIDATOR.require(valid, name, "is %s, but %s".formatted(value, rule),
				"Set it to a duration such as '%s', or remove it to use the default.".formatted(example));
	}

}
