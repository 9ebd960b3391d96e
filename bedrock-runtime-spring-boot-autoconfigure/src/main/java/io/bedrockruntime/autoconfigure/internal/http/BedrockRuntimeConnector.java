package io.bedrockruntime.autoconfigure.internal.http;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.settings.ConnectionSettings;
import io.netty.handler.ssl.SslContextBuilder;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * HTTP connector of a client, created from the application's settings. It has no read
 * timeout, as the client has its own timeouts, and it does not follow redirects, to which
 * a signature or key must not be sent.
 */
public class BedrockRuntimeConnector {

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings settings;

	private final ConnectionSettings.Http2 http2;

	private final Supplier<HttpClientResources> connections;

	BedrockRuntimeConnector(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings,
			ConnectionSettings.Http2 http2, Supplier<HttpClientResources> connections) {
		this.builder = builder;
		this.settings = settings.withRedirects(HttpRedirects.DONT_FOLLOW);
		this.http2 = http2;
		this.connections = connections;
	}

	public void applyTo(WebClient.Builder webClientBuilder) {
		webClientBuilder.clientConnector(build());
	}

	/**
	 * Build the connector for operations that require HTTP/2. It always uses Reactor
	 * Netty, as not every HTTP client reads a response before the request is complete, or
	 * supports HTTP/2 without TLS.
	 */
	public ClientHttpConnector buildHttp2(URI endpoint) {
		HttpClientResources connections = this.connections.get();
		ReactorClientHttpConnectorBuilder reactor = (this.builder instanceof ReactorClientHttpConnectorBuilder own)
				? own : ClientHttpConnectorBuilder.reactor();
		return reactor.withHttpClientFactory(() -> connections.http2Client(endpoint))
			.withHttpClientCustomizer((httpClient) -> secure(connections.configureHttp2(httpClient, endpoint)))
			.build(this.settings);
	}

	/**
	 * Build the connector for the connect check, which only opens connections.
	 */
	public ClientHttpConnector buildForProbe() {
		if (this.builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			HttpClientResources connections = this.connections.get();
			return reactor.withHttpClientFactory(connections::probeClient)
				.withHttpClientCustomizer(connections::configureProbe)
				.build(this.settings);
		}
		return this.builder.build(this.settings);
	}

	private HttpClient negotiable(HttpClient httpClient) {
		return (this.http2 != ConnectionSettings.Http2.DISABLED) ? secure(httpClient) : httpClient;
	}

	/**
	 * Replace the TLS context if the application has an SSL bundle: the one that Spring
	 * Boot creates does not offer HTTP/2.
	 */
	private HttpClient secure(HttpClient httpClient) {
		SslBundle bundle = this.settings.sslBundle();
		if (bundle == null) {
			return httpClient;
		}
		GenericSslContextSpec<SslContextBuilder> context = Http2SslContextSpec.forClient()
			.configure((builder) -> configure(builder, bundle));
		return httpClient.secure((spec) -> spec.sslContext(context));
	}

	private static void configure(SslContextBuilder context, SslBundle bundle) {
		context.keyManager(bundle.getManagers().getKeyManagerFactory())
			.trustManager(bundle.getManagers().getTrustManagerFactory());
		SslOptions options = bundle.getOptions();
		if (options.getCiphers() != null) {
			context.ciphers(List.of(options.getCiphers()));
		}
		if (options.getEnabledProtocols() != null) {
			context.protocols(options.getEnabledProtocols());
		}
	}

	private ClientHttpConnector build() {
		if (this.builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			HttpClientResources connections = this.connections.get();
			return reactor.withHttpClientFactory(connections::httpClient)
				.withHttpClientCustomizer((httpClient) -> negotiable(connections.configure(httpClient)))
				.build(this.settings);
		}
		return this.builder.build(this.settings);
	}

}
