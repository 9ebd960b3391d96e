package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.settings.ConnectionSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the connections of a client.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeHttpProperties {

	/**
	 * Maximum number of connections to the endpoint.
	 */
	private int maxConnections = 1000;

	/**
	 * Maximum number of calls that wait for a connection when all are in use. Calls over
	 * HTTP/2 are not limited by it, but by the acquire timeout.
	 */
	private int maxPendingAcquires = 1000;

	/**
	 * Time after which an idle connection is closed. AWS load balancers and NAT gateways
	 * drop idle connections after 350 seconds.
	 */
	private Duration maxIdleTime = Duration.ofSeconds(55);

	/**
	 * Maximum age of a connection for new calls, so that changes in DNS take effect. 0
	 * means no limit. Running calls are not interrupted.
	 */
	private Duration maxLifeTime = Duration.ofHours(1);

	/**
	 * Use of HTTP/2, except for InvokeModelWithBidirectionalStream, which always requires
	 * it.
	 */
	private ConnectionSettings.Http2 http2 = ConnectionSettings.Http2.DISABLED;

	/**
	 * Maximum size of the header fields of a response, and of its trailer fields.
	 */
	private DataSize maxHeaderSize = DataSize.ofKilobytes(32);

	/**
	 * Maximum number of header fields of a response, and of its trailer fields.
	 */
	private int maxHeaderCount = 256;

	/**
	 * Whether to publish Micrometer metrics of active and idle connections and of calls
	 * that wait for one.
	 */
	private boolean poolMetrics = true;

	/**
	 * Application ID to include in the User-Agent header. If it is not set,
	 * AWS_SDK_UA_APP_ID and the other AWS settings for it apply.
	 */
	private @Nullable String userAgentAppId;

	private final KeepAlive keepAlive = new KeepAlive();

	private final Proxy proxy = new Proxy();

	private final Ssl ssl = new Ssl();

	public int getMaxConnections() {
		return this.maxConnections;
	}

	public void setMaxConnections(int maxConnections) {
		this.maxConnections = maxConnections;
	}

	public int getMaxPendingAcquires() {
		return this.maxPendingAcquires;
	}

	public void setMaxPendingAcquires(int maxPendingAcquires) {
		this.maxPendingAcquires = maxPendingAcquires;
	}

	public Duration getMaxIdleTime() {
		return this.maxIdleTime;
	}

	public void setMaxIdleTime(Duration maxIdleTime) {
		this.maxIdleTime = maxIdleTime;
	}

	public Duration getMaxLifeTime() {
		return this.maxLifeTime;
	}

	public void setMaxLifeTime(Duration maxLifeTime) {
		this.maxLifeTime = maxLifeTime;
	}

	public ConnectionSettings.Http2 getHttp2() {
		return this.http2;
	}

	public void setHttp2(ConnectionSettings.Http2 http2) {
		this.http2 = http2;
	}

	public DataSize getMaxHeaderSize() {
		return this.maxHeaderSize;
	}

	public void setMaxHeaderSize(DataSize maxHeaderSize) {
		this.maxHeaderSize = maxHeaderSize;
	}

	public int getMaxHeaderCount() {
		return this.maxHeaderCount;
	}

	public void setMaxHeaderCount(int maxHeaderCount) {
		this.maxHeaderCount = maxHeaderCount;
	}

	public boolean isPoolMetrics() {
		return this.poolMetrics;
	}

	public void setPoolMetrics(boolean poolMetrics) {
		this.poolMetrics = poolMetrics;
	}

	public @Nullable String getUserAgentAppId() {
		return this.userAgentAppId;
	}

	public void setUserAgentAppId(@Nullable String userAgentAppId) {
		this.userAgentAppId = userAgentAppId;
	}

	public KeepAlive getKeepAlive() {
		return this.keepAlive;
	}

	public Proxy getProxy() {
		return this.proxy;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	/**
	 * Keep-alive probes on idle connections.
	 */
	public static final class KeepAlive {

		/**
		 * Whether to send keep-alive probes on idle connections (TCP keep-alive, and PING
		 * frames with HTTP/2), which keep NAT entries and detect dead peers.
		 */
		private boolean enabled = true;

		/**
		 * Idle time after which the first probe is sent.
		 */
		private Duration idle = Duration.ofSeconds(60);

		/**
		 * Time between two unanswered probes.
		 */
		private Duration interval = Duration.ofSeconds(30);

		/**
		 * Number of unanswered probes after which a connection is considered dead.
		 */
		private int count = 3;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getIdle() {
			return this.idle;
		}

		public void setIdle(Duration idle) {
			this.idle = idle;
		}

		public Duration getInterval() {
			return this.interval;
		}

		public void setInterval(Duration interval) {
			this.interval = interval;
		}

		public int getCount() {
			return this.count;
		}

		public void setCount(int count) {
			this.count = count;
		}

	}

	/**
	 * HTTP proxy to connect through.
	 */
	public static final class Proxy {

		/**
		 * Host name or address of an HTTP proxy to connect through. If it is not set, the
		 * JVM's system properties such as https.proxyHost apply.
		 */
		private @Nullable String host;

		/**
		 * Port of the proxy. Required if the host is set.
		 */
		private @Nullable Integer port;

		/**
		 * User name for the proxy.
		 */
		private @Nullable String username;

		/**
		 * Password for the proxy.
		 */
		private @Nullable String password;

		/**
		 * Hosts to connect to directly, as patterns in which '*' matches any characters.
		 */
		private List<String> nonProxyHosts = new ArrayList<>();

		public @Nullable String getHost() {
			return this.host;
		}

		public void setHost(@Nullable String host) {
			this.host = host;
		}

		public @Nullable Integer getPort() {
			return this.port;
		}

		public void setPort(@Nullable Integer port) {
			this.port = port;
		}

		public @Nullable String getUsername() {
			return this.username;
		}

		public void setUsername(@Nullable String username) {
			this.username = username;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

		public List<String> getNonProxyHosts() {
			return this.nonProxyHosts;
		}

		public void setNonProxyHosts(List<String> nonProxyHosts) {
			this.nonProxyHosts = nonProxyHosts;
		}

	}

	/**
	 * TLS of the connections.
	 */
	public static final class Ssl {

		/**
		 * Name of the SSL bundle with the trusted certificates and the client
		 * certificate. If it is not set, the bundle of Spring Boot's HTTP client settings
		 * applies.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

}
