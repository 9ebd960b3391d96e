package io.bedrockruntime.autoconfigure.client;

import io.awspring.cloud.autoconfigure.core.AwsConnectionDetails;
import io.awspring.cloud.autoconfigure.core.AwsProperties;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.aws.AwsProfile;
import io.bedrockruntime.autoconfigure.internal.aws.RegionCache;
import io.bedrockruntime.autoconfigure.internal.aws.SpringCloudAwsSettings;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.autoconfigure.internal.credentials.BedrockRuntimeAuthentication;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnector;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnectorFactory;
import io.bedrockruntime.http.HttpClientResources;
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
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { WebClientAutoConfiguration.class, BedrockRuntimeConnectorAutoConfiguration.class },
		afterName = { "io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration",
				"io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration",
				"io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration" })
@ConditionalOnClass({ ReactiveBedrockRuntimeTemplate.class, WebClient.class })
@EnableConfigurationProperties(BedrockRuntimeProperties.class)
public final class BedrockRuntimeAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(BedrockRuntimeConnectionDetails.class)
	PropertiesBedrockRuntimeConnectionDetails bedrockRuntimeConnectionDetails(BedrockRuntimeProperties properties) {
		return new PropertiesBedrockRuntimeConnectionDetails(properties);
	}

	@Bean
	ClientDependencies bedrockRuntimeClientDependencies(BedrockRuntimeConnectionDetails details,
			ObjectProvider<PropertiesBedrockRuntimeConnectionDetails> detailsOfProperties, Environment environment,
			ConfigurableListableBeanFactory beanFactory, ObjectProvider<SpringCloudAwsSettings> librarySettings,
			ObjectProvider<AwsRegionProvider> regionProviders, ObjectProvider<WebClient.Builder> webClientBuilders,
			ObjectProvider<BedrockRuntimeConnectorFactory> connectors,
			ObjectProvider<BedrockRuntimeBuilderCustomizer> customizers) {
		boolean own = details != detailsOfProperties.getIfAvailable();
		return new ClientDependencies(own ? details : null, environment, beanFactory, librarySettings.getIfAvailable(),
				regionProviders, new RegionCache(), webClientBuilders, connectors.getIfAvailable(), customizers);
	}

	@Bean
	@Primary
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
		BedrockRuntimeAuthentication bedrockRuntimeAuthentication(ClientDependencies dependencies,
				BedrockRuntimeProperties properties, AwsProfile profile) {
			ClientCreator creator = new ClientCreator(dependencies, BedrockRuntimeClients.UNNAMED, properties, profile);
			return creator.authentication().resolve(() -> creator.region().value());
		}

		@Bean
		ConfiguredClient bedrockRuntimeConfiguredClient(ClientDependencies dependencies,
				BedrockRuntimeProperties properties, BedrockRuntimeAuthentication authentication, AwsProfile profile,
				ObjectProvider<BedrockRuntimeConnector> connectors, ObjectProvider<HttpClientResources> connections) {
			ClientCreator creator = new ClientCreator(dependencies, BedrockRuntimeClients.UNNAMED, properties, profile);
			BedrockRuntimeConnector connector = connectors.getIfAvailable();
			return creator.create(creator.endpoint(), creator.region(), authentication, connector,
					() -> (connector != null) ? connections.getIfAvailable() : null);
		}

		@Bean
		@Primary
		ReactiveBedrockRuntimeTemplate reactiveBedrockRuntimeTemplate(ConfiguredClient client) {
			return client.template();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AwsConnectionDetails.class)
	static class SpringCloudAwsConfiguration {

		@Bean
		SpringCloudAwsSettings bedrockRuntimeSpringCloudAwsSettings(ObjectProvider<AwsConnectionDetails> details,
				ObjectProvider<AwsProperties> properties) {
			return SpringCloudAwsSettings.of(details.getIfUnique(), properties.getIfUnique());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(BedrockRuntimeClients.class)
	static class ClientsConfiguration {

		@Bean
		static NamedClientRegistrar bedrockRuntimeNamedClientRegistrar(Environment environment) {
			return new NamedClientRegistrar(environment);
		}

		@Bean
		ConfiguredBedrockRuntimeClients bedrockRuntimeClients(ClientDependencies dependencies,
				ObjectProvider<BedrockRuntimeOperations> unnamed,
				ObjectProvider<ReactiveBedrockRuntimeOperations> reactiveUnnamed) {
			return new ConfiguredBedrockRuntimeClients(dependencies, unnamed, reactiveUnnamed);
		}

		@Bean
		ConfiguredClients bedrockRuntimeConfiguredClients(ConfiguredBedrockRuntimeClients clients,
				ObjectProvider<ConfiguredClient> unnamed) {
			return clients.configured(unnamed.getIfAvailable());
		}

	}

}
