package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.KeepAlive;
import io.bedrockruntime.settings.ProxySettings;
import io.bedrockruntime.settings.Timeouts;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Settings of the client's connections, from the properties and, where those say nothing,
 * from Spring Boot's own settings of HTTP clients.
 */
class HttpSettings {

	static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".http.";

	private static final Log logger = LogFactory.getLog(HttpSettings.class);

	private static final int MAX_PORT = 65535;

	private static final int MAX_PROBES = 127;

	private static final long MIN_HEADER_SIZE = 1024;

	private static final long MAX_HEADER_SIZE = 16 * 1024 * 1024;

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration LONGEST_PROBE = Duration.ofHours(9);

	private static final Duration YEAR = Duration.ofDays(365);

	private final BedrockRuntimeClientProperties properties;

	private final BedrockRuntimeHttpProperties http;

	HttpSettings(BedrockRuntimeClientProperties properties) {
		this.properties = properties;
		this.http = properties.getHttp();
	}

	ConnectionSettings connectionSettings() {
		Duration lifeTime = this.http.getMaxLifeTime();
		return new ConnectionSettings(number("max-connections", this.http.getMaxConnections(), 1, Integer.MAX_VALUE),
				number("max-pending-acquires", this.http.getMaxPendingAcquires(), 0, Integer.MAX_VALUE),
				duration("max-idle-time", this.http.getMaxIdleTime(), SECOND, YEAR),
				lifeTime.isZero() ? null : duration("max-life-time", lifeTime, SECOND, YEAR), keepAlive(),
				this.http.getHttp2(), proxy(), headerSize(),
				number("max-header-count", this.http.getMaxHeaderCount(), 1, Integer.MAX_VALUE),
				this.http.isPoolMetrics());
	}

	private @Nullable KeepAlive keepAlive() {
		BedrockRuntimeHttpProperties.KeepAlive keepAlive = this.http.getKeepAlive();
		if (!keepAlive.isEnabled()) {
			return null;
		}
		return new KeepAlive(duration("keep-alive.idle", keepAlive.getIdle(), SECOND, LONGEST_PROBE),
				duration("keep-alive.interval", keepAlive.getInterval(), SECOND, LONGEST_PROBE),
				number("keep-alive.count", keepAlive.getCount(), 1, MAX_PROBES));
	}

	private @Nullable ProxySettings proxy() {
		BedrockRuntimeHttpProperties.Proxy proxy = this.http.getProxy();
		String host = text(proxy.getHost());
		Integer port = proxy.getPort();
		String username = text(proxy.getUsername());
		String password = text(proxy.getPassword());
		if (host == null) {
			needs("proxy.port", port != null, "proxy.host");
			needs("proxy.username", username != null, "proxy.host");
			needs("proxy.password", password != null, "proxy.host");
			needs("proxy.non-proxy-hosts", !proxy.getNonProxyHosts().isEmpty(), "proxy.host");
			return null;
		}
		if (port == null) {
			throw without("proxy.host", "proxy.port");
		}
		needs("proxy.username", username != null && password == null, "proxy.password");
		needs("proxy.password", password != null && username == null, "proxy.username");
		if (username != null && username.indexOf(':') >= 0) {
			throw invalid("proxy.username", "has a colon", "Set it to a user without one, as Basic authentication "
					+ "cannot tell it from the one before the password.");
		}
		return new ProxySettings(host, number("proxy.port", port, 1, MAX_PORT), username, password,
				proxy.getNonProxyHosts());
	}

	/**
	 * Return the clocks, of which that of connecting may be Spring Boot's.
	 */
	Timeouts timeouts(HttpClientSettings settings) {
		Timeouts timeouts = new BedrockRuntimePropertiesMapper(this.properties).timeouts();
		Duration connect = settings.connectTimeout();
		if (this.properties.getTimeouts().getConnect() != null || connect == null || connect.isZero()) {
			return timeouts;
		}
		return timeouts.withConnect(connect);
	}

	/**
	 * Return the SSL bundle of the properties, or else that of Spring Boot's settings.
	 */
	@Nullable SslBundle sslBundle(HttpClientSettings settings, @Nullable SslBundles bundles) {
		String name = text(this.http.getSsl().getBundle());
		if (name == null) {
			return settings.sslBundle();
		}
		if (bundles == null) {
			throw invalid("ssl.bundle", "is set, and there are no SSL bundles",
					"Define the bundle with 'spring.ssl.bundle', or remove the property.");
		}
		try {
			return bundles.getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			InvalidBedrockRuntimeConfigurationException failure = invalid("ssl.bundle",
					"is '" + name + "', and there is no such SSL bundle", "Set it to one of " + bundles.getBundleNames()
							+ ", or define the bundle with 'spring.ssl.bundle'.");
			failure.initCause(ex);
			throw failure;
		}
	}

	/**
	 * Warn, once, of properties that say nothing to the connector in use.
	 * @param connector what is in use
	 */
	void warnOfUnused(String connector) {
		List<String> unused = changed();
		if (!unused.isEmpty()) {
			logger.warn("The HTTP connector of the Amazon Bedrock Runtime is " + connector
					+ ", for which these properties have no effect, other than with "
					+ "InvokeModelWithBidirectionalStream: " + String.join(", ", unused));
		}
	}

	private List<String> changed() {
		return new ChangedSettings(PREFIX).of(connectionSettings());
	}

	private int headerSize() {
		long size = this.http.getMaxHeaderSize().toBytes();
		if (size < MIN_HEADER_SIZE || size > MAX_HEADER_SIZE) {
			throw invalid("max-header-size",
					"is " + this.http.getMaxHeaderSize() + ", which is not between 1KB and 16MB",
					"Set it to a size such as '32KB', or remove it to have the default.");
		}
		return (int) size;
	}

	private static int number(String name, int value, int min, int max) {
		if (value < min || value > max) {
			throw invalid(name, "is " + value + ", which is not between " + min + " and " + max,
					"Set it to a number in this range, or remove it to have the default.");
		}
		return value;
	}

	private static Duration duration(String name, Duration value, Duration min, Duration max) {
		if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
			throw invalid(name, "is " + value + ", which is not between " + min + " and " + max,
					"Set it to a duration such as '30s', or remove it to have the default.");
		}
		return value;
	}

	private static void needs(String name, boolean given, String needed) {
		if (given) {
			throw without(name, needed);
		}
	}

	private static InvalidBedrockRuntimeConfigurationException without(String name, String needed) {
		return invalid(name, "is given without '" + PREFIX + needed + "'",
				"Set '" + PREFIX + needed + "' too, or remove '" + PREFIX + name + "'.");
	}

	private static InvalidBedrockRuntimeConfigurationException invalid(String name, String fault, String action) {
		return new InvalidBedrockRuntimeConfigurationException("'" + PREFIX + name + "' " + fault, action,
				PREFIX + name);
	}

	private static @Nullable String text(@Nullable String value) {
		return (value != null && StringUtils.hasText(value)) ? value.strip() : null;
	}

}
