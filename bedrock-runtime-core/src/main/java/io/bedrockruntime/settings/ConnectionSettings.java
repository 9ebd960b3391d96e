package io.bedrockruntime.settings;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings for connections: their number, lifetime, protocol, proxy and limits. Timeouts
 * are in {@link Timeouts}. The settings apply to Reactor Netty, which the client uses by
 * default. Another HTTP client behind the {@code WebClient}, such as the JDK's or
 * Jetty's, has its own settings and ignores these.
 *
 * @param maxConnections the maximum number of connections to an endpoint; 1000 by
 * default. With HTTP/1.1, each running call occupies a connection
 * @param maxPendingAcquires the maximum number of calls that wait for a connection when
 * all are in use; a further call fails immediately; 1000 by default. The limit does not
 * apply to calls over HTTP/2, which wait up to the acquire timeout
 * @param maxIdleTime how long an unused connection is kept; 55 seconds by default. It
 * should be below the 350 seconds after which AWS's network drops the connection
 * @param maxLifeTime how long a connection is used for new calls, so that a busy client
 * follows changes of its endpoint's addresses; an hour by default, {@code null} for no
 * limit. It never ends a running call
 * @param keepAlive the probes of an idle connection; {@link KeepAlive#defaults()} by
 * default, {@code null} for none
 * @param http2 when to use HTTP/2; {@link Http2#DISABLED} by default.
 * InvokeModelWithBidirectionalStream always uses HTTP/2
 * @param proxy the proxy to connect through; {@code null}, the default, for the proxy of
 * the JVM's system properties such as {@code https.proxyHost}, if any. Environment
 * variables such as {@code HTTPS_PROXY} are not read
 * @param maxHeaderSize the maximum size of a response's header fields, and of its trailer
 * fields, in bytes; 32 KiB by default, and at least 1 KiB
 * @param maxHeaderCount the maximum number of a response's header fields, and of its
 * trailer fields; 256 by default
 * @param poolMetrics whether to register gauges of active connections, idle connections
 * and waiting calls in Micrometer's global registry, with the names of Reactor Netty;
 * {@code true} by default. It has no effect if Micrometer's core is not on the class path
 * @since 0.1.0
 */
public record ConnectionSettings(int maxConnections, int maxPendingAcquires, Duration maxIdleTime,
		@Nullable Duration maxLifeTime, @Nullable KeepAlive keepAlive, Http2 http2, @Nullable ProxySettings proxy,
		int maxHeaderSize, int maxHeaderCount, boolean poolMetrics) {

	private static final int MIN_HEADER_SIZE = 1024;

	private static final int MAX_HEADER_SIZE = 16 * 1024 * 1024;

	private static final ConnectionSettings DEFAULTS = new ConnectionSettings(1000, 1000, Duration.ofSeconds(55),
			Duration.ofHours(1), KeepAlive.defaults(), Http2.DISABLED, null, 32 * 1024, 256, true);

	/**
	 * Create an instance.
	 * @param maxConnections the maximum number of connections
	 * @param maxPendingAcquires the maximum number of calls that wait for a connection
	 * @param maxIdleTime how long an unused connection is kept
	 * @param maxLifeTime how long a connection is used for new calls, or {@code null} for
	 * no limit
	 * @param keepAlive the probes, or {@code null} for none
	 * @param http2 when to use HTTP/2
	 * @param proxy the proxy, or {@code null} for the proxy of the JVM's system
	 * properties
	 * @param maxHeaderSize the maximum size of a response's header fields, in bytes
	 * @param maxHeaderCount the maximum number of a response's header fields
	 * @param poolMetrics whether to register gauges of the pools
	 * @throws IllegalArgumentException if a number or duration is not positive, or out of
	 * its range
	 */
	public ConnectionSettings {
		Assert.isTrue(maxConnections > 0, "'maxConnections' must be positive");
		Assert.isTrue(maxPendingAcquires >= 0, "'maxPendingAcquires' must not be negative");
		requirePositive("maxIdleTime", maxIdleTime);
		requirePositive("maxLifeTime", maxLifeTime);
		Assert.isTrue(maxHeaderSize >= MIN_HEADER_SIZE && maxHeaderSize <= MAX_HEADER_SIZE,
				"'maxHeaderSize' must be between 1 KiB and 16 MiB");
		Assert.isTrue(maxHeaderCount > 0, "'maxHeaderCount' must be positive");
	}

	private static void requirePositive(String name, @Nullable Duration duration) {
		Assert.isTrue(duration == null || (duration.toMillis() > 0 && duration.compareTo(Timeouts.MAX_DURATION) <= 0),
				() -> "'" + name + "' must be between a millisecond and 365 days");
	}

	/**
	 * Return the defaults.
	 * @return the default settings
	 */
	public static ConnectionSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these settings with another limit on connections.
	 * @param maxConnections the maximum number of connections
	 * @return the new settings
	 */
	public ConnectionSettings withMaxConnections(int maxConnections) {
		return new ConnectionSettings(maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another limit on waiting calls.
	 * @param maxPendingAcquires the maximum number of calls that wait for a connection
	 * @return the new settings
	 */
	public ConnectionSettings withMaxPendingAcquires(int maxPendingAcquires) {
		return new ConnectionSettings(this.maxConnections, maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another idle time.
	 * @param maxIdleTime how long an unused connection is kept
	 * @return the new settings
	 */
	public ConnectionSettings withMaxIdleTime(Duration maxIdleTime) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another life time.
	 * @param maxLifeTime how long a connection is used for new calls, or {@code null} for
	 * no limit
	 * @return the new settings
	 */
	public ConnectionSettings withMaxLifeTime(@Nullable Duration maxLifeTime) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another keep-alive.
	 * @param keepAlive the probes, or {@code null} for none
	 * @return the new settings
	 */
	public ConnectionSettings withKeepAlive(@Nullable KeepAlive keepAlive) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another use of HTTP/2.
	 * @param http2 when to use HTTP/2
	 * @return the new settings
	 */
	public ConnectionSettings withHttp2(Http2 http2) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another proxy.
	 * @param proxy the proxy, or {@code null} for the proxy of the JVM's system
	 * properties
	 * @return the new settings
	 */
	public ConnectionSettings withProxy(@Nullable ProxySettings proxy) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another limit on the size of headers.
	 * @param maxHeaderSize the maximum size of a response's header fields, in bytes
	 * @return the new settings
	 */
	public ConnectionSettings withMaxHeaderSize(int maxHeaderSize) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another limit on the number of headers.
	 * @param maxHeaderCount the maximum number of a response's header fields
	 * @return the new settings
	 */
	public ConnectionSettings withMaxHeaderCount(int maxHeaderCount) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with or without metrics of the pools.
	 * @param poolMetrics whether to register gauges of the pools
	 * @return the new settings
	 */
	public ConnectionSettings withPoolMetrics(boolean poolMetrics) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, poolMetrics);
	}

	/**
	 * Conditions for the use of HTTP/2.
	 */
	public enum Http2 {

		/**
		 * Never. Each call has a separate connection, so that a slow reader or a lost
		 * connection affects only one call.
		 */
		DISABLED,

		/**
		 * If the endpoint accepts it by ALPN. HTTP/1.1 is used otherwise, and without
		 * TLS.
		 */
		NEGOTIATED,

		/**
		 * Always. An endpoint with TLS must accept it by ALPN; an endpoint without TLS
		 * must accept it with prior knowledge.
		 */
		REQUIRED

	}

}
