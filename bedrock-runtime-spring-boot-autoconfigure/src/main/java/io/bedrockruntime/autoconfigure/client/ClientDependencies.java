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
 * Dependencies that all clients share.
 *
 * @param details the connection details of the application, which take precedence over
 * the properties of each client; {@code null} if there are only properties
 * @param environment the environment
 * @param beanFactory the bean factory, to look up identity providers
 * @param librarySettings the settings of Spring Cloud AWS for all services
 * @param regionProviders the beans that provide a region
 * @param regionCache the regions that were resolved before
 * @param webClientBuilders the application's {@code WebClient.Builder}
 * @param connectors the factory for connectors; {@code null} if the application defines
 * one
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
