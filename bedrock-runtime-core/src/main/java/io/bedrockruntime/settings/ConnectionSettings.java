package io.bedrockruntime.settings;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How connections are made, kept and limited. Timeouts are in {@link Timeouts}. All of it
 * applies to Reactor Netty, on which the client's own connections are; another HTTP
 * client behind the {@code WebClient}, such as the JDK's or Jetty's, has settings of its
 * own and takes none of these.
 *
 * @param maxConnections the most connections to an endpoint at a time; 1000 by default.
 * With HTTP/1.1 a call has its connection to itself while it lasts
 * @param maxPendingAcquires the most calls that wait for a connection when all are in
 * use, beyond which a call fails at once; 1000 by default. Calls over HTTP/2 wait without
 * such a limit, up to the acquire timeout
 * @param maxIdleTime how long an unused connection is kept; 55 seconds by default, and
 * best below the 350 seconds after which AWS's network forgets it
 * @param maxLifeTime how long a connection takes new calls, so that a busy client follows
 * changes of its endpoint's addresses; an hour by default, {@code null} for no limit. A
 * call that runs is never cut by it
 * @param keepAlive the probes of a silent connection; {@link KeepAlive#defaults()} by
 * default, {@code null} for none
 * @param http2 when to speak HTTP/2; {@link Http2#DISABLED} by default.
 * InvokeModelWithBidirectionalStream speaks nothing else, whatever is set here
 * @param proxy the proxy to connect through; {@code null}, the default, for the one in
 * the JVM's system properties such as {@code https.proxyHost}, if any. Environment
 * variables such as {@code HTTPS_PROXY} are not read
 * @param maxHeaderSize the most bytes of an answer's header fields, and of its trailer
 * fields; 32 KiB by default, and at least 1 KiB
 * @param maxHeaderCount the most header fields of an answer, and the most trailer fields;
 * 256 by default
 * @param poolMetrics whether Micrometer's global registry is told of the connections in
 * use, those that are idle and the calls that wait for one, by the names that Reactor
 * Netty has for that; {@code true} by default, and without effect where Micrometer's core
 * is not on the class path
 * @since 0.1.0
 */
public record ConnectionSettings(int maxConnections, int maxPendingAcquires, Duration maxIdleTime,
		@Nullable Duration maxLifeTime, @Nullable KeepAlive keepAlive, Http2 http2, @Nullable ProxySettings proxy,
		int maxHeaderSize, int maxHeaderCount, boolean poolMetrics) {

	private static final int MIN_HEADER_SIZE = 1024;

	private static final int MAX_HEADER_SIZE = 16 * 1024 * 1024;

	private static final Duration LONGEST = Duration.ofDays(366);

	private static final ConnectionSettings DEFAULTS = new ConnectionSettings(1000, 1000, Duration.ofSeconds(55),
			Duration.ofHours(1), KeepAlive.defaults(), Http2.DISABLED, null, 32 * 1024, 256, true);

	/**
	 * Create an instance.
	 * @param maxConnections the most connections at a time
	 * @param maxPendingAcquires the most calls that wait for a connection
	 * @param maxIdleTime how long an unused connection is kept
	 * @param maxLifeTime how long a connection takes new calls, or {@code null} for no
	 * limit
	 * @param keepAlive the probes, or {@code null} for none
	 * @param http2 when to speak HTTP/2
	 * @param proxy the proxy, or {@code null} for the one of the JVM's system properties
	 * @param maxHeaderSize the most bytes of an answer's header fields
	 * @param maxHeaderCount the most header fields of an answer
	 * @param poolMetrics whether Micrometer is told of the connections
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
		Assert.isTrue(duration == null || (duration.toMillis() > 0 && duration.compareTo(LONGEST) <= 0),
				() -> "'" + name + "' must be between a millisecond and a year");
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
	 * @param maxConnections the most connections at a time
	 * @return the new settings
	 */
	public ConnectionSettings withMaxConnections(int maxConnections) {
		return new ConnectionSettings(maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another limit on waiting calls.
	 * @param maxPendingAcquires the most calls that wait for a connection
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
	 * @param maxLifeTime how long a connection takes new calls, or {@code null} for no
	 * limit
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
	 * @param http2 when to speak HTTP/2
	 * @return the new settings
	 */
	public ConnectionSettings withHttp2(Http2 http2) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another proxy.
	 * @param proxy the proxy, or {@code null} for the one of the JVM's system properties
	 * @return the new settings
	 */
	public ConnectionSettings withProxy(@Nullable ProxySettings proxy) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, proxy, this.maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another limit on the size of headers.
	 * @param maxHeaderSize the most bytes of an answer's header fields
	 * @return the new settings
	 */
	public ConnectionSettings withMaxHeaderSize(int maxHeaderSize) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, maxHeaderSize, this.maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with another limit on the number of headers.
	 * @param maxHeaderCount the most header fields of an answer
	 * @return the new settings
	 */
	public ConnectionSettings withMaxHeaderCount(int maxHeaderCount) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, maxHeaderCount, this.poolMetrics);
	}

	/**
	 * Return these settings with or without metrics of the pools.
	 * @param poolMetrics whether Micrometer is told of the connections
	 * @return the new settings
	 */
	public ConnectionSettings withPoolMetrics(boolean poolMetrics) {
		return new ConnectionSettings(this.maxConnections, this.maxPendingAcquires, this.maxIdleTime, this.maxLifeTime,
				this.keepAlive, this.http2, this.proxy, this.maxHeaderSize, this.maxHeaderCount, poolMetrics);
	}

	/**
	 * When HTTP/2 is spoken.
	 */
	public enum Http2 {

		/**
		 * Never: each call has a connection to itself, so that neither a slow reader nor
		 * a lost connection is felt by more than one call.
		 */
		DISABLED,

		/**
		 * Where the endpoint takes it when offered by ALPN; HTTP/1.1 otherwise, and
		 * without TLS.
		 */
		NEGOTIATED,

		/**
		 * Always: an endpoint with TLS must take it by ALPN, and one without must expect
		 * it.
		 */
		REQUIRED

	}

}
