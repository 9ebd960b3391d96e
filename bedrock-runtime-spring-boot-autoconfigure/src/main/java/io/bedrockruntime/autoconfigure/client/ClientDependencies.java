package io.bedrockruntime.autoconfigure.client;

import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.internal.aws.RegionCache;
import io.bedrockruntime.autoconfigure.internal.aws.SpringCloudAwsSettings;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnectorFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What all clients are made with.
 *
 * @param details the connection details of the application, which win over the properties
 * of each client; {@code null} if there are only properties
 * @param environment the environment
 * @param beanFactory the beans, of which some provide identities
 * @param librarySettings what Spring Cloud AWS is told about all services
 * @param regionProviders the beans that provide a region
 * @param regionCache what regions have been found
 * @param webClientBuilders the application's settings of HTTP clients
 * @param connectors what makes connectors; {@code null} if the application has one
 * @param customizers the customizers
 */
record ClientDependencies(@Nullable BedrockRuntimeConnectionDetails details, Environment environment,
		ConfigurableListableBeanFactory beanFactory, @Nullable SpringCloudAwsSettings librarySettings,
		ObjectProvider<AwsRegionProvider> regionProviders, RegionCache regionCache,
		ObjectProvider<WebClient.Builder> webClientBuilders, @Nullable BedrockRuntimeConnectorFactory connectors,
		ObjectProvider<BedrockRuntimeBuilderCustomizer> customizers) {

	@Override
	public String toString() {
		return "dependencies of clients";
	}

}
