package io.bedrockruntime.autoconfigure;

import java.util.function.Supplier;

import io.bedrockruntime.http.HttpClientResources;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;

/**
 * Makes connections and HTTP connectors of clients from the application's settings and
 * those of a client.
 */
class BedrockRuntimeConnectors {

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings settings;

	private final @Nullable SslBundles sslBundles;

	BedrockRuntimeConnectors(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings,
			@Nullable SslBundles sslBundles) {
		this.builder = builder;
		this.settings = settings;
		this.sslBundles = sslBundles;
	}

	HttpClientResources connections(BedrockRuntimeClientProperties properties) {
		HttpSettings httpSettings = new HttpSettings(properties);
		return HttpClientResources.create(httpSettings.timeouts(this.settings), httpSettings.connectionSettings());
	}

	BedrockRuntimeConnector connector(BedrockRuntimeClientProperties properties,
			Supplier<HttpClientResources> connections) {
		HttpSettings httpSettings = new HttpSettings(properties);
		if (!(this.builder instanceof ReactorClientHttpConnectorBuilder)) {
			httpSettings.warnOfUnused("not that of Reactor Netty");
		}
		return new BedrockRuntimeConnector(this.builder,
				this.settings.withSslBundle(httpSettings.sslBundle(this.settings, this.sslBundles))
					.withTimeouts(httpSettings.timeouts(this.settings).connect(), null),
				httpSettings.connectionSettings().http2(), connections);
	}

}
