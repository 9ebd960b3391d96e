package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;

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

	@Bean
	@ConditionalOnMissingBean(name = { "bedrockRuntimeHealthIndicator", "bedrockRuntimeHealthContributor" })
	ReactiveHealthContributor bedrockRuntimeHealthContributor(Map<String, ReactiveBedrockRuntimeTemplate> beans,
			ObjectProvider<DescribedClients> described, BedrockRuntimeHealthProperties properties,
			ObjectProvider<ClientHttpConnector> connectors) {
		requireUsable(properties);
		HealthContributorFactory factory = new HealthContributorFactory(properties,
				SingletonSupplier.of(() -> connectors.getIfAvailable(ReactorClientHttpConnector::new)));
		Set<ReactiveBedrockRuntimeTemplate> known = new HashSet<>();
		described.ifAvailable((clients) -> {
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

	private static void requireUsable(BedrockRuntimeHealthProperties properties) {
		Duration timeout = properties.getTimeout();
		if (timeout.isNegative() || timeout.isZero()) {
			throw invalid("timeout", timeout, "not longer than zero", "2s");
		}
		if (properties.getTimeToLive().isNegative()) {
			throw invalid("time-to-live", properties.getTimeToLive(), "shorter than zero", "60s");
		}
		if (properties.getFailureTimeToLive().isNegative()) {
			throw invalid("failure-time-to-live", properties.getFailureTimeToLive(), "shorter than zero", "10s");
		}
	}

	private static InvalidBedrockRuntimeConfigurationException invalid(String name, Duration value, String why,
			String example) {
		String property = BedrockRuntimeHealthProperties.PREFIX + "." + name;
		return new InvalidBedrockRuntimeConfigurationException(
				"'%s' is %s, which is %s".formatted(property, value, why),
				"Set it to a duration such as '%s', or remove it to have the default.".formatted(example), property);
	}

}
