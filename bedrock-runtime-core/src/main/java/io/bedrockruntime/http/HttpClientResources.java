package io.bedrockruntime.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.bedrockruntime.BedrockRuntimeProbe;
import io.bedrockruntime.internal.netty.ConnectTimeoutHandler;
import io.bedrockruntime.internal.netty.Http2ConnectionConfigurer;
import io.bedrockruntime.internal.netty.HttpDecoderFailureHandler;
import io.bedrockruntime.internal.netty.KeepAliveOptions;
import io.bedrockruntime.internal.netty.ProxyConnectFailureHandler;
import io.bedrockruntime.internal.netty.UnsolicitedDataHandler;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.KeepAlive;
import io.bedrockruntime.settings.ProxySettings;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.AttributeKey;
import reactor.netty.http.HttpDecoderSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.Http2AllocationStrategy;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.ProxyProvider;

import org.springframework.util.ClassUtils;
import org.springframework.util.PatternMatchUtils;

/**
 * Connection pools of a client, and the configuration of its HTTP clients. Closing this
 * object closes the connections.
 *
 * @since 0.1.0
 */
public final class HttpClientResources implements AutoCloseable {

	/** Marks an HTTP client that already has the handlers. */
	private static final AttributeKey<HttpClientResources> CONFIGURED_BY = AttributeKey
		.valueOf(HttpClientResources.class, "CONFIGURED_BY");

	/** The class that must be present for pools to have meters. */
	private static final String METERS = "io.micrometer.core.instrument.MeterRegistry";

	private static final boolean MICROMETER_PRESENT = ClassUtils.isPresent(METERS,
			HttpClientResources.class.getClassLoader());

	private final ConnectionProvider provider;

	private final ConnectionProvider http2Provider;

	private final ConnectionPools pools;

	private final Timeouts timeouts;

	private final ConnectionSettings settings;

	private final HttpDecoderFailureHandler decoderFailures;

	private final Http2ConnectionConfigurer http2Channels;

	private HttpClientResources(Timeouts timeouts, ConnectionSettings settings) {
		this.timeouts = timeouts;
		this.settings = settings;
		this.pools = new ConnectionPools((settings.poolMetrics() && MICROMETER_PRESENT) ? new PoolGauges() : null);
		this.decoderFailures = new HttpDecoderFailureHandler(settings.maxHeaderCount());
		this.http2Channels = new Http2ConnectionConfigurer(this.decoderFailures, settings.keepAlive());
		this.provider = pool("bedrock-runtime", Http2ConnectionConfigurer.MAX_CONCURRENT_STREAMS);
		// A bidirectional stream may last for minutes, so it has a separate connection.
		this.http2Provider = pool("bedrock-runtime-http2", 1);
	}

	private ConnectionProvider pool(String name, int maxConcurrentStreams) {
		Duration maxIdle = this.settings.maxIdleTime();
		Duration maxLife = this.settings.maxLifeTime();
		ConnectionProvider.Builder builder = ConnectionProvider.builder(name)
			.allocationStrategy(Http2AllocationStrategy.builder()
				.maxConnections(this.settings.maxConnections())
				.maxConcurrentStreams(maxConcurrentStreams)
				.build())
			.pendingAcquireMaxCount(this.settings.maxPendingAcquires())
			// The timeout of this wait is set for each call.
			.pendingAcquireTimeout(Duration.ZERO)
			.metrics(true, () -> this.pools)
			.maxIdleTime(maxIdle)
			.evictInBackground(maxIdle);
		return ((maxLife != null) ? builder.maxLifeTime(maxLife) : builder).build();
	}

	/**
	 * Create pools with default settings.
	 * @param timeouts the timeouts, of which only connect is used here
	 * @return the pools, to be closed by the caller
	 */
	public static HttpClientResources create(Timeouts timeouts) {
		return create(timeouts, ConnectionSettings.defaults());
	}

	/**
	 * Create pools.
	 * @param timeouts the timeouts, of which only connect is used here
	 * @param settings the settings of the connections
	 * @return the pools, to be closed by the caller
	 */
	public static HttpClientResources create(Timeouts timeouts, ConnectionSettings settings) {
		return new HttpClientResources(timeouts, settings);
	}

	/**
	 * Create pools with the default settings but for their size.
	 * @param timeouts the timeouts, of which only connect is used here
	 * @param maxConnections the maximum number of connections per endpoint
	 * @return the pools, to be closed by the caller
	 */
	public static HttpClientResources create(Timeouts timeouts, int maxConnections) {
		return create(timeouts, ConnectionSettings.defaults().withMaxConnections(maxConnections));
	}

	/**
	 * Return an HTTP client on this pool.
	 * @return the HTTP client
	 */
	public HttpClient httpClient() {
		return configure(HttpClient.create(this.provider).proxyWithSystemProperties());
	}

	/**
	 * Configure an HTTP client with the settings that the client relies on: the connect
	 * timeout for all steps of connecting, keep-alive, the use of HTTP/2, the proxy if
	 * one is set, and the limits on headers unless the HTTP client has other limits.
	 * Redirects are disabled, because a signature or key must not follow one; compression
	 * is disabled, because it would delay events; retries are disabled, because
	 * {@link RetrySettings} decides about retries. Failures of the HTTP decoder are
	 * stripped of content.
	 * @param httpClient an HTTP client, which may have its own settings
	 * @return the HTTP client to use
	 */
	public HttpClient configure(HttpClient httpClient) {
		return configure(httpClient, protocols(this.settings.http2()));
	}

	/**
	 * Return an HTTP client for operations that need HTTP/2, on a separate pool.
	 * @param endpoint the endpoint to connect to
	 * @return the HTTP client
	 */
	public HttpClient http2Client(URI endpoint) {
		return configureHttp2(HttpClient.create(this.http2Provider).proxyWithSystemProperties(), endpoint);
	}

	/**
	 * Configure an HTTP client like {@link #configure}, but for HTTP/2 only: negotiated
	 * by ALPN if the endpoint has TLS, and with prior knowledge if it does not.
	 * @param httpClient an HTTP client, which may have its own settings
	 * @param endpoint the endpoint to connect to
	 * @return the HTTP client to use
	 */
	public HttpClient configureHttp2(HttpClient httpClient, URI endpoint) {
		boolean secure = "https".equalsIgnoreCase(endpoint.getScheme());
		return configure(httpClient, secure ? HttpProtocol.H2 : HttpProtocol.H2C);
	}

	/**
	 * Return an HTTP client for {@link BedrockRuntimeProbe#connect}, without a pool: it
	 * creates a new connection each time.
	 * @return the HTTP client
	 */
	public HttpClient probeClient() {
		return configureProbe(HttpClient.newConnection().proxyWithSystemProperties());
	}

	/**
	 * Configure an HTTP client like {@link #configure}, but without HTTP/2, because it
	 * only connects.
	 * @param httpClient an HTTP client, which may have its own settings
	 * @return the HTTP client to use
	 */
	public HttpClient configureProbe(HttpClient httpClient) {
		return configure(httpClient, HttpProtocol.HTTP11);
	}

	/**
	 * Reactor Netty ignores the protocols that cannot be used with TLS, or without it.
	 */
	private static HttpProtocol[] protocols(ConnectionSettings.Http2 http2) {
		return switch (http2) {
			case DISABLED -> new HttpProtocol[] { HttpProtocol.HTTP11 };
			case NEGOTIATED -> new HttpProtocol[] { HttpProtocol.H2, HttpProtocol.HTTP11 };
			case REQUIRED -> new HttpProtocol[] { HttpProtocol.H2, HttpProtocol.H2C };
		};
	}

	private HttpClient configure(HttpClient httpClient, HttpProtocol... protocols) {
		long connectMillis = Math.min(Integer.MAX_VALUE, this.timeouts.connect().toMillis());
		// Setting the same protocols again would load all classes for TLS.
		boolean same = Arrays.equals(httpClient.configuration().protocols(), protocols);
		HttpClient client = (same ? httpClient : httpClient.protocol(protocols))
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, connectMillis))
			.option(ChannelOption.SO_KEEPALIVE, this.settings.keepAlive() != null)
			.followRedirect(false)
			.disableRetry(true)
			.compress(false);
		return handled(limited(proxied(client)));
	}

	private HttpClient proxied(HttpClient httpClient) {
		ProxySettings proxy = this.settings.proxy();
		if (proxy == null) {
			return httpClient;
		}
		return httpClient.proxy((spec) -> {
			// The connect timeout covers the proxy's response as well.
			ProxyProvider.Builder builder = spec.type(ProxyProvider.Proxy.HTTP)
				.host(proxy.host())
				.port(proxy.port())
				.nonProxyHostsPredicate((address) -> isNonProxyHost(proxy, address))
				.connectTimeoutMillis(0);
			String password = proxy.password();
			if (proxy.username() != null && password != null) {
				builder.username(proxy.username()).password((username) -> password);
			}
		});
	}

	private HttpClient limited(HttpClient httpClient) {
		HttpClientConfig configuration = httpClient.configuration();
		HttpClient client = httpClient;
		if (configuration.decoder().maxHeaderSize() == HttpDecoderSpec.DEFAULT_MAX_HEADER_SIZE) {
			client = client.httpResponseDecoder((spec) -> spec.maxHeaderSize(this.settings.maxHeaderSize()));
		}
		if (configuration.http2SettingsSpec() == null) {
			client = client.http2Settings((spec) -> spec.maxHeaderListSize(this.settings.maxHeaderSize())
				.initialWindowSize(Http2ConnectionConfigurer.STREAM_WINDOW));
		}
		return client;
	}

	/**
	 * Add the handlers, once.
	 */
	private HttpClient handled(HttpClient httpClient) {
		if (httpClient.configuration().attributes().get(CONFIGURED_BY) == this) {
			return httpClient;
		}
		return httpClient.attr(CONFIGURED_BY, this)
			.doOnChannelInit((observer, channel, address) -> prepare(channel))
			.observe(this.http2Channels)
			.doOnConnected((connection) -> {
				UnsolicitedDataHandler.add(connection.channel());
				connection.addHandlerLast(HttpDecoderFailureHandler.NAME, this.decoderFailures);
			});
	}

	private void prepare(Channel channel) {
		KeepAlive keepAlive = this.settings.keepAlive();
		if (keepAlive != null) {
			KeepAliveOptions.set(channel.config(), keepAlive);
		}
		ProxyConnectFailureHandler.watch(channel.pipeline());
		ConnectTimeoutHandler.start(channel, this.timeouts.connect());
	}

	/**
	 * Return the current pools, one for each address that was called.
	 * @return the pools, by name and address
	 */
	public List<ConnectionPool> pools() {
		return this.pools.list();
	}

	@Override
	public void close() {
		this.provider.dispose();
		this.http2Provider.dispose();
		this.pools.clear();
	}

	private static boolean isNonProxyHost(ProxySettings proxy, SocketAddress address) {
		if (!(address instanceof InetSocketAddress target)) {
			return true;
		}
		String lowerCase = target.getHostString().toLowerCase(Locale.ROOT);
		return proxy.nonProxyHosts()
			.stream()
			.anyMatch((pattern) -> PatternMatchUtils.simpleMatch(pattern.toLowerCase(Locale.ROOT), lowerCase));
	}

}
