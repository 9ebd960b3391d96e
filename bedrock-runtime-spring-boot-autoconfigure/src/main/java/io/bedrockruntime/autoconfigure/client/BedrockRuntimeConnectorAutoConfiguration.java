package io.bedrockruntime.autoconfigure.client;

import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnector;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnectorFactory;
import io.bedrockruntime.http.HttpClientResources;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the HTTP connector of the Amazon
 * Bedrock Runtime. It runs before Spring Boot's own, so that it backs off only if the
 * application defines a connector.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = ReactiveHttpClientAutoConfiguration.class)
@ConditionalOnClass({ HttpClientResources.class, ClientHttpConnector.class })
@ConditionalOnMissingBean(ClientHttpConnector.class)
@EnableConfigurationProperties(BedrockRuntimeProperties.class)
public final class BedrockRuntimeConnectorAutoConfiguration {

	@Bean
	BedrockRuntimeConnectorFactory bedrockRuntimeConnectorFactory(ResourceLoader resourceLoader,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilders,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles) {
		return new BedrockRuntimeConnectorFactory(
				connectorBuilders
					.getIfAvailable(() -> ClientHttpConnectorBuilder.detect(resourceLoader.getClassLoader())),
				settings.getIfAvailable(HttpClientSettings::defaults), sslBundles.getIfAvailable());
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	HttpClientResources bedrockRuntimeConnections(BedrockRuntimeProperties properties,
			BedrockRuntimeConnectorFactory connectors) {
		return connectors.connections(properties);
	}

	@Bean
	BedrockRuntimeConnector bedrockRuntimeConnector(BedrockRuntimeProperties properties,
			BedrockRuntimeConnectorFactory connectors, ObjectProvider<HttpClientResources> connections) {
		return connectors.connector(properties, connections::getObject);
	}

}
