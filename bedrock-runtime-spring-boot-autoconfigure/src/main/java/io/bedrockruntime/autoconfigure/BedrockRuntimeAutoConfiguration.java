package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

import org.springframework.beans.factory.ObjectProvider;
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
		BedrockRuntimeAuthentication bedrockRuntimeAuthentication(BedrockRuntimeConnectionDetails details,
				BedrockRuntimeProperties properties, Environment environment,
				ObjectProvider<IdentityProvider<? extends TokenIdentity>> apiKeyProviders,
				ObjectProvider<IdentityProvider<? extends AwsCredentialsIdentity>> credentialsProviders) {
			return new AuthenticationResolver(details, properties.getCredentials(), environment)
				.resolve(apiKeyProviders, credentialsProviders);
		}

		@Bean
		ReactiveBedrockRuntimeTemplate reactiveBedrockRuntimeTemplate(BedrockRuntimeConnectionDetails details,
				BedrockRuntimeProperties properties, BedrockRuntimeAuthentication authentication,
				ObjectProvider<AwsRegionProvider> regionProviders, ObjectProvider<WebClient.Builder> webClientBuilders,
				ObjectProvider<BedrockRuntimeConnector> connectors,
				ObjectProvider<BedrockRuntimeBuilderCustomizer> customizers) {
			BedrockRuntimeBuilder builder = ReactiveBedrockRuntimeTemplate.builder();
			new BedrockRuntimePropertiesMapper(properties).applyTo(builder);
			builder.endpoint(new EndpointResolver(details, properties).resolve());
			builder.region(new RegionResolver(details, properties).resolve(regionProviders));
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
