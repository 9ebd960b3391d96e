package io.bedrockruntime.autoconfigure;

import java.util.function.Supplier;

import io.bedrockruntime.Connections;
import io.bedrockruntime.Timeouts;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * HTTP connector of the client, made from the application's settings. It has no read
 * timeout, as the client keeps clocks of its own, and follows no redirect, as a signature
 * or key must not.
 */
class BedrockRuntimeConnector {

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings settings;

	private final Supplier<Connections> connections;

	BedrockRuntimeConnector(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings, Timeouts timeouts,
			Supplier<Connections> connections) {
		this.builder = builder;
		this.settings = settings.withTimeouts(timeouts.connect(), null).withRedirects(HttpRedirects.DONT_FOLLOW);
		this.connections = connections;
	}

	void applyTo(WebClient.Builder webClientBuilder) {
		webClientBuilder.clientConnector(build());
	}

	private ClientHttpConnector build() {
		if (this.builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			Connections connections = this.connections.get();
			return reactor.withHttpClientFactory(connections::httpClient)
				.withHttpClientCustomizer(connections::configure)
				.build(this.settings);
		}
		return this.builder.build(this.settings);
	}

}
