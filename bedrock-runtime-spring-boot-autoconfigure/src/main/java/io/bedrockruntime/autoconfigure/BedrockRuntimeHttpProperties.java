package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.settings.ConnectionSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the connections of the client.
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
	 * HTTP/2 wait without such a limit, up to the acquire timeout.
	 */
	private int maxPendingAcquires = 1000;

	/**
	 * Time after which an unused connection is closed. AWS's network forgets it after 350
	 * seconds.
	 */
	private Duration maxIdleTime = Duration.ofSeconds(55);

	/**
	 * Time after which a connection takes no new calls, so that changes of the endpoint's
	 * addresses are followed; 0 for no limit. Running calls are not cut.
	 */
	private Duration maxLifeTime = Duration.ofHours(1);

	/**
	 * Use of HTTP/2, other than for InvokeModelWithBidirectionalStream, which always
	 * needs it.
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
	 * Whether Micrometer is told of the connections in use, those that are idle and the
	 * calls that wait for one.
	 */
	private boolean poolMetrics = true;

	/**
	 * Id of the application, which the user agent tells to the service. Without it, AWS's
	 * own settings for that are read.
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
	 * Probes of silent connections.
	 */
	public static final class KeepAlive {

		/**
		 * Whether silent connections are probed, by TCP and with HTTP/2 by PING frames,
		 * so that they are neither forgotten by AWS's network nor waited for when they
		 * are dead.
		 */
		private boolean enabled = true;

		/**
		 * Silence after which a connection is probed.
		 */
		private Duration idle = Duration.ofSeconds(60);

		/**
		 * Time from one unanswered probe to the next.
		 */
		private Duration interval = Duration.ofSeconds(30);

		/**
		 * Number of unanswered probes after which a connection is dead.
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
		 * Name or address of an HTTP proxy to connect through. Without it, the JVM's
		 * system properties such as https.proxyHost are read.
		 */
		private @Nullable String host;

		/**
		 * Port of the proxy.
		 */
		private @Nullable Integer port;

		/**
		 * User to authenticate as at the proxy.
		 */
		private @Nullable String username;

		/**
		 * Password of the proxy's user.
		 */
		private @Nullable String password;

		/**
		 * Hosts to connect to without the proxy, with * for any characters.
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
		 * Name of the SSL bundle with the certificates to trust and to show. Without it,
		 * that of Spring Boot's own HTTP client settings is used.
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
