package io.bedrockruntime;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import jdk.net.ExtendedSocketOptions;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.Http2AllocationStrategy;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The connections of a client: pools of its own, and how a connection is made and kept.
 * Closing it closes them.
 *
 * @since 0.1.0
 */
public final class Connections implements AutoCloseable {

	private static final int MAX_CONNECTIONS = 1000;

	private static final int MAX_PENDING = 1000;

	/**
	 * Below the 350 seconds after which network address translation on AWS forgets a
	 * connection.
	 */
	private static final Duration MAX_IDLE = Duration.ofSeconds(55);

	private static final int KEEP_ALIVE_SECONDS = 60;

	/** The native ones by name, as their transports may be left out of an application. */
	private static final List<ChannelOption<Integer>> KEEP_ALIVE_IDLE = List.of(
			ChannelOption.valueOf("io.netty.channel.epoll.EpollChannelOption#TCP_KEEPIDLE"),
			ChannelOption.valueOf("io.netty.channel.uring.IoUringChannelOption#TCP_KEEPIDLE"),
			NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE));

	private static final DecoderFailures DECODER_FAILURES = new DecoderFailures();

	private final ConnectionProvider provider;

	private final ConnectionProvider http2Provider;

	private final Timeouts timeouts;

	private Connections(Timeouts timeouts, int maxConnections) {
		this.timeouts = timeouts;
		this.provider = pool("bedrock-runtime", timeouts).maxConnections(maxConnections).build();
		// A session over HTTP/2 has a connection to itself: on a shared one those events
		// that nobody reads would hold up all others.
		this.http2Provider = pool("bedrock-runtime-http2", timeouts)
			.allocationStrategy(
					Http2AllocationStrategy.builder().maxConnections(maxConnections).maxConcurrentStreams(1).build())
			.build();
	}

	private static ConnectionProvider.Builder pool(String name, Timeouts timeouts) {
		return ConnectionProvider.builder(name)
			.pendingAcquireMaxCount(MAX_PENDING)
			.pendingAcquireTimeout(timeouts.acquire())
			.maxIdleTime(MAX_IDLE)
			.evictInBackground(MAX_IDLE);
	}

	/**
	 * Create a pool.
	 * @param timeouts the clocks, of which connect and acquire matter here
	 * @return the pool, to be closed by the caller
	 */
	public static Connections create(Timeouts timeouts) {
		return create(timeouts, MAX_CONNECTIONS);
	}

	static Connections create(Timeouts timeouts, int maxConnections) {
		return new Connections(timeouts, maxConnections);
	}

	/**
	 * Return an HTTP client on this pool.
	 * @return the HTTP client
	 */
	public HttpClient httpClient() {
		return configure(HttpClient.create(this.provider));
	}

	/**
	 * Set on an HTTP client what the client relies on: the connect timeout, TCP
	 * keep-alive, no redirects, as a signature or key must not follow one, no
	 * compression, which would hold events back, no retries, as {@link Retries} are the
	 * only ones, and no content in the failures of the HTTP decoder.
	 * @param httpClient an HTTP client that may have settings of its own
	 * @return the HTTP client to use
	 */
	public HttpClient configure(HttpClient httpClient) {
		long connectMillis = Math.min(Integer.MAX_VALUE, this.timeouts.connect().toMillis());
		return keepAlive(httpClient).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, connectMillis))
			.followRedirect(false)
			.disableRetry(true)
			.compress(false)
			.doOnConnected((connection) -> connection.addHandlerLast(DecoderFailures.NAME, DECODER_FAILURES));
	}

	/**
	 * Return an HTTP client for what needs HTTP/2, on a pool of its own.
	 * @param endpoint the endpoint that it is for
	 * @return the HTTP client
	 */
	public HttpClient http2Client(URI endpoint) {
		return configureHttp2(HttpClient.create(this.http2Provider), endpoint);
	}

	/**
	 * Set on an HTTP client what {@link #configure} does, and that it speaks HTTP/2 and
	 * nothing else: agreed upon by ALPN where the endpoint has TLS, known beforehand
	 * where it has none.
	 * @param httpClient an HTTP client that may have settings of its own
	 * @param endpoint the endpoint that it is for
	 * @return the HTTP client to use
	 */
	public HttpClient configureHttp2(HttpClient httpClient, URI endpoint) {
		boolean secure = "https".equalsIgnoreCase(endpoint.getScheme());
		return configure(httpClient).protocol(secure ? HttpProtocol.H2 : HttpProtocol.H2C);
	}

	private static HttpClient keepAlive(HttpClient httpClient) {
		// A call that thinks for minutes sends nothing meanwhile: the system's default of
		// two hours would find a dead connection far too late.
		return httpClient.option(ChannelOption.SO_KEEPALIVE, true)
			.doOnChannelInit((observer, channel, address) -> keepAliveIdle(channel.config()));
	}

	private static void keepAliveIdle(ChannelConfig config) {
		// Each transport has an option of its own and takes no other.
		boolean taken = false;
		for (ChannelOption<Integer> option : KEEP_ALIVE_IDLE) {
			taken = taken || config.setOption(option, KEEP_ALIVE_SECONDS);
		}
	}

	@Override
	public void close() {
		this.provider.dispose();
		this.http2Provider.dispose();
	}

}
