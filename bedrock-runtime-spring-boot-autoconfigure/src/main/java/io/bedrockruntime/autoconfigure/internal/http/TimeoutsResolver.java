package io.bedrockruntime.autoconfigure.internal.http;

import java.time.Duration;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import io.bedrockruntime.settings.Timeouts;

import org.springframework.boot.http.client.HttpClientSettings;

/**
 * Resolves the timeouts of a client from its properties.
 */
public class TimeoutsResolver {

	private static final PropertyValidator VALIDATOR = new PropertyValidator(
			BedrockRuntimeProperties.PREFIX + ".timeouts.");

	private final BedrockRuntimeClientProperties.Timeouts properties;

	public TimeoutsResolver(BedrockRuntimeClientProperties properties) {
		this.properties = properties.getTimeouts();
	}

	/**
	 * Return the timeouts of the properties.
	 */
	public Timeouts resolve() {
		Duration connect = this.properties.getConnect();
		Duration call = this.properties.getCall();
		return new Timeouts((connect != null) ? positive("connect", connect) : Timeouts.defaults().connect(),
				positive("acquire", this.properties.getAcquire()), positive("response", this.properties.getResponse()),
				positive("idle", this.properties.getIdle()), (call != null) ? positive("call", call) : null);
	}

	/**
	 * Return the timeouts of the properties. A connect timeout that they do not set is
	 * taken from Spring Boot's settings.
	 */
	public Timeouts resolve(HttpClientSettings settings) {
		Timeouts timeouts = resolve();
		Duration connect = settings.connectTimeout();
		if (this.properties.getConnect() != null || connect == null || connect.isZero()) {
			return timeouts;
		}
		return timeouts.withConnect(connect);
	}

	private static Duration positive(String name, Duration timeout) {
		return VALIDATOR.requirePositive(name, timeout, Timeouts.MAX_DURATION);
	}

}
