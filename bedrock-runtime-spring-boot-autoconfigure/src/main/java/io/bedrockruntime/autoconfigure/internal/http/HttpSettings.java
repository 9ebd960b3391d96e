package io.bedrockruntime.autoconfigure.internal.http;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.autoconfigure.BedrockRuntimeHttpProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
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

/**
 * Connection settings of a client, from its properties or else from Spring Boot's HTTP
 * client settings.
 */
public class HttpSettings {

	public static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".http.";

	private static final Log logger = LogFactory.getLog(HttpSettings.class);

	private static final PropertyValidator VALIDATOR = new PropertyValidator(PREFIX);

	private static final int MAX_PORT = 65535;

	private static final int MAX_PROBES = 127;

	private static final long MIN_HEADER_SIZE = 1024;

	private static final long MAX_HEADER_SIZE = 16 * 1024 * 1024;

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final BedrockRuntimeHttpProperties http;

	public HttpSettings(BedrockRuntimeHttpProperties properties) {
		this.http = properties;
	}

	public ConnectionSettings connectionSettings() {
		Duration lifeTime = this.http.getMaxLifeTime();
		return new ConnectionSettings(
				VALIDATOR.requireRange("max-connections", this.http.getMaxConnections(), 1, Integer.MAX_VALUE),
				VALIDATOR.requireRange("max-pending-acquires", this.http.getMaxPendingAcquires(), 0, Integer.MAX_VALUE),
				VALIDATOR.requireRange("max-idle-time", this.http.getMaxIdleTime(), SECOND, Timeouts.MAX_DURATION),
				lifeTime.isZero() ? null
						: VALIDATOR.requireRange("max-life-time", lifeTime, SECOND, Timeouts.MAX_DURATION),
				keepAlive(), this.http.getHttp2(), proxy(), headerSize(),
				VALIDATOR.requireRange("max-header-count", this.http.getMaxHeaderCount(), 1, Integer.MAX_VALUE),
				this.http.isPoolMetrics());
	}

	private @Nullable KeepAlive keepAlive() {
		BedrockRuntimeHttpProperties.KeepAlive keepAlive = this.http.getKeepAlive();
		if (!keepAlive.isEnabled()) {
			return null;
		}
		return new KeepAlive(
				VALIDATOR.requireRange("keep-alive.idle", keepAlive.getIdle(), SECOND, KeepAlive.MAX_DURATION),
				VALIDATOR.requireRange("keep-alive.interval", keepAlive.getInterval(), SECOND, KeepAlive.MAX_DURATION),
				VALIDATOR.requireRange("keep-alive.count", keepAlive.getCount(), 1, MAX_PROBES));
	}

	private @Nullable ProxySettings proxy() {
		BedrockRuntimeHttpProperties.Proxy proxy = this.http.getProxy();
		String host = PropertyValidator.text(proxy.getHost());
		Integer port = proxy.getPort();
		String username = PropertyValidator.text(proxy.getUsername());
		String password = PropertyValidator.text(proxy.getPassword());
		if (host == null) {
			VALIDATOR.requireOther("proxy.port", port != null, "proxy.host");
			VALIDATOR.requireOther("proxy.username", username != null, "proxy.host");
			VALIDATOR.requireOther("proxy.password", password != null, "proxy.host");
			VALIDATOR.requireOther("proxy.non-proxy-hosts", !proxy.getNonProxyHosts().isEmpty(), "proxy.host");
			return null;
		}
		if (port == null) {
			throw VALIDATOR.withoutOther("proxy.host", "proxy.port");
		}
		VALIDATOR.requireOther("proxy.username", username != null && password == null, "proxy.password");
		VALIDATOR.requireOther("proxy.password", password != null && username == null, "proxy.username");
		if (username != null && username.indexOf(':') >= 0) {
			throw VALIDATOR.failure("proxy.username", "contains a colon",
					"Set it to a user name without a colon, as Basic authentication "
							+ "uses a colon as separator before the password.");
		}
		return new ProxySettings(host, VALIDATOR.requireRange("proxy.port", port, 1, MAX_PORT), username, password,
				proxy.getNonProxyHosts());
	}

	/**
	 * Return the SSL bundle of the properties, or else the one of Spring Boot's settings.
	 */
	@Nullable SslBundle sslBundle(HttpClientSettings settings, @Nullable SslBundles bundles) {
		String name = PropertyValidator.text(this.http.getSsl().getBundle());
		if (name == null) {
			return settings.sslBundle();
		}
		if (bundles == null) {
			throw VALIDATOR.failure("ssl.bundle", "is set, but there are no SSL bundles",
					"Define the bundle with 'spring.ssl.bundle', or remove the property.");
		}
		try {
			return bundles.getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			InvalidBedrockRuntimeConfigurationException failure = VALIDATOR.failure("ssl.bundle",
					"is '" + name + "', but there is no such SSL bundle", "Set it to one of " + bundles.getBundleNames()
							+ ", or define the bundle with 'spring.ssl.bundle'.");
			failure.initCause(ex);
			throw failure;
		}
	}

	/**
	 * Log a warning about properties that have no effect with the current connector.
	 * @param connector a description of the connector
	 */
	public void warnOfUnused(String connector) {
		List<String> unused = changed();
		if (!unused.isEmpty()) {
			logger.warn("The HTTP connector of the Amazon Bedrock Runtime is " + connector
					+ ", for which these properties have no effect except with "
					+ "InvokeModelWithBidirectionalStream: " + String.join(", ", unused));
		}
	}

	private List<String> changed() {
		return new NonDefaultSettings(PREFIX).of(connectionSettings());
	}

	private int headerSize() {
		long size = this.http.getMaxHeaderSize().toBytes();
		VALIDATOR.require(size >= MIN_HEADER_SIZE && size <= MAX_HEADER_SIZE, "max-header-size",
				"is " + this.http.getMaxHeaderSize() + ", but must be between 1KB and 16MB",
				"Set it to a size such as '32KB', or remove it to use the default.");
		return (int) size;
	}

}
