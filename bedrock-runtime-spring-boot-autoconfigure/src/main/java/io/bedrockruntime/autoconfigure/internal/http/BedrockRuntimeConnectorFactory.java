package io.bedrockruntime.autoconfigure.internal.http;

import java.util.function.Supplier;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.http.HttpClientResources;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;

/**
 * Factory for the HTTP client resources and connectors of clients, from the settings of
 * the application and of the client.
 */
public class BedrockRuntimeConnectorFactory {

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings settings;

	private final @Nullable SslBundles sslBundles;

	public BedrockRuntimeConnectorFactory(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings,
			@Nullable SslBundles sslBundles) {
		this.builder = builder;
		this.settings = settings;
		this.sslBundles = sslBundles;
	}

	public HttpClientResources connections(BedrockRuntimeClientProperties properties) {
		return HttpClientResources.create(new TimeoutsResolver(properties).resolve(this.settings),
				new HttpSettings(properties.getHttp()).connectionSettings());
	}

	public BedrockRuntimeConnector connector(BedrockRuntimeClientProperties properties,
			Supplier<HttpClientResources> connections) {
		HttpSettings httpSettings = new HttpSettings(properties.getHttp());
		if (!(this.builder instanceof ReactorClientHttpConnectorBuilder)) {
			httpSettings.warnOfUnused("not that of Reactor Netty");
		}
		return new BedrockRuntimeConnector(this.builder,
				this.settings.withSslBundle(httpSettings.sslBundle(this.settings, this.sslBundles))
					.withTimeouts(new TimeoutsResolver(properties).resolve(this.settings).connect(), null),
				httpSettings.connectionSettings().http2(), connections);
	}

}
