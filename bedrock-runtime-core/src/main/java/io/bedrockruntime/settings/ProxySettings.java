package io.bedrockruntime.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings for an HTTP proxy, through which connections are made with the {@code CONNECT}
 * method. The proxy sees the host name of the endpoint and the unencrypted parts of TLS,
 * but nothing of a request to an {@code https} endpoint.
 *
 * @param host the name or address of the proxy
 * @param port the port of the proxy, 1 to 65535
 * @param username the user to authenticate as, with the Basic scheme, which is not
 * encrypted between client and proxy; {@code null} for none
 * @param password the user's password; {@code null} for none
 * @param nonProxyHosts the hosts to connect to directly, each with {@code *} for any
 * characters, such as {@code *.internal}; none by default
 * @since 0.1.0
 */
public record ProxySettings(String host, int port, @Nullable String username, @Nullable String password,
		List<String> nonProxyHosts) {

	private static final int MAX_PORT = 65535;

	/**
	 * Create an instance.
	 * @param host the name or address of the proxy
	 * @param port the port of the proxy
	 * @param username the user to authenticate as
	 * @param password the user's password
	 * @param nonProxyHosts the hosts to connect to directly
	 * @throws IllegalArgumentException if there is no host, the port is out of range, or
	 * there is a user without a password or the reverse
	 */
	public ProxySettings {
		Assert.hasText(host, "'host' must not be empty");
		Assert.isTrue(port > 0 && port <= MAX_PORT, "'port' must be between 1 and 65535");
		Assert.isTrue((username == null) == (password == null), "'username' and 'password' must be set together");
		Assert.isTrue(username == null || username.indexOf(':') < 0, "'username' must not contain a colon");
		nonProxyHosts = List.copyOf(nonProxyHosts);
	}

	/**
	 * Return settings for a proxy without authentication.
	 * @param host the name or address of the proxy
	 * @param port the port of the proxy
	 * @return the settings
	 */
	public static ProxySettings of(String host, int port) {
		return new ProxySettings(host, port, null, null, List.of());
	}

	/**
	 * Return these settings with a user.
	 * @param username the user to authenticate as
	 * @param password the user's password
	 * @return the new settings
	 */
	public ProxySettings withCredentials(String username, String password) {
		return new ProxySettings(this.host, this.port, username, password, this.nonProxyHosts);
	}

	/**
	 * Return these settings with other hosts to connect to directly.
	 * @param nonProxyHosts the hosts, each with {@code *} for any characters
	 * @return the new settings
	 */
	public ProxySettings withNonProxyHosts(List<String> nonProxyHosts) {
		return new ProxySettings(this.host, this.port, this.username, this.password, nonProxyHosts);
	}

	/**
	 * Return the settings without the user and the password.
	 */
	@Override
	public String toString() {
		return "ProxySettings[" + this.host + ":" + this.port + ", nonProxyHosts=" + this.nonProxyHosts + "]";
	}

}
