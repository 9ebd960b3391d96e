package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { WebClientAutoConfiguration.class, BedrockRuntimeConnectorAutoConfiguration.class },
		afterName = { "io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration",
				"io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration" })
@ConditionalOnClass({ ReactiveBedrockRuntimeTemplate.class, WebClient.class })
@EnableConfigurationProperties(BedrockRuntimeProperties.class)
public final class BedrockRuntimeAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(BedrockRuntimeConnectionDetails.class)
	PropertiesBedrockRuntimeConnectionDetails bedrockRuntimeConnectionDetails(BedrockRuntimeProperties properties) {
		return new PropertiesBedrockRuntimeConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnSingleCandidate(ReactiveBedrockRuntimeOperations.class)
	@ConditionalOnMissingBean(BedrockRuntimeOperations.class)
	BedrockRuntimeTemplate bedrockRuntimeTemplate(ReactiveBedrockRuntimeOperations operations) {
		return new BedrockRuntimeTemplate(operations);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(ReactiveBedrockRuntimeOperations.class)
	static class ReactiveConfiguration {

		@Bean
		AwsProfile bedrockRuntimeAwsProfile(BedrockRuntimeProperties properties, Environment environment) {
			return new AwsProfile(properties.getCredentials(), environment);
		}

		@Bean
		BedrockRuntimeAuthentication bedrockRuntimeAuthentication(BedrockRuntimeConnectionDetails details,
				BedrockRuntimeProperties properties, Environment environment, AwsProfile profile,
				ObjectProvider<AwsRegionProvider> regionProviders, ConfigurableListableBeanFactory beanFactory) {
			return new AuthenticationResolver(details, properties.getCredentials(), environment, profile, beanFactory)
				.resolve(() -> new RegionResolver(details, properties, profile).resolve(regionProviders));
		}

		@Bean
		ReactiveBedrockRuntimeTemplate reactiveBedrockRuntimeTemplate(BedrockRuntimeConnectionDetails details,
				BedrockRuntimeProperties properties, BedrockRuntimeAuthentication authentication, AwsProfile profile,
				Environment environment, ObjectProvider<AwsRegionProvider> regionProviders,
				ObjectProvider<WebClient.Builder> webClientBuilders, ObjectProvider<BedrockRuntimeConnector> connectors,
				ObjectProvider<BedrockRuntimeBuilderCustomizer> customizers) {
			BedrockRuntimeBuilder builder = ReactiveBedrockRuntimeTemplate.builder();
			new BedrockRuntimePropertiesMapper(properties).applyTo(builder);
			new EndpointResolver(details, properties, new AwsSettings(environment, profile)).applyTo(builder);
			builder.region(new RegionResolver(details, properties, profile).resolve(regionProviders));
			authentication.applyTo(builder);
			WebClient.Builder webClientBuilder = webClientBuilders.getIfAvailable(WebClient::builder).clone();
			connectors.ifAvailable((connector) -> {
				connector.applyTo(webClientBuilder);
				builder.http2Connector(connector::buildHttp2);
			});
			builder.webClientBuilder(webClientBuilder);
			customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
			return builder.build();
		}

	}

}
