package io.bedrockruntime.autoconfigure.health;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the health of the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(BedrockRuntimeHealthProperties.PREFIX)
public final class BedrockRuntimeHealthProperties {

	static final String PREFIX = "bedrock.runtime.health";

	/**
	 * What to check. No probe runs inference.
	 */
	private Probe probe = Probe.CREDENTIALS;

	/**
	 * Maximum time that a probe may take. One that takes longer is reported as down.
	 */
	private Duration timeout = Duration.ofSeconds(2);

	/**
	 * Maximum time to report a result before probing again, unless it is down. Up to a
	 * fifth of it is left out at random.
	 */
	private Duration timeToLive = Duration.ofSeconds(60);

	/**
	 * Maximum time to report that a client is down before probing again. Up to a fifth of
	 * it is left out at random.
	 */
	private Duration failureTimeToLive = Duration.ofSeconds(10);

	/**
	 * Model for the count-tokens probe. Without it, the client's default model.
	 */
	private @Nullable String model;

	public Probe getProbe() {
		return this.probe;
	}

	public void setProbe(Probe probe) {
		this.probe = probe;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public Duration getTimeToLive() {
		return this.timeToLive;
	}

	public void setTimeToLive(Duration timeToLive) {
		this.timeToLive = timeToLive;
	}

	public Duration getFailureTimeToLive() {
		return this.failureTimeToLive;
	}

	public void setFailureTimeToLive(Duration failureTimeToLive) {
		this.failureTimeToLive = failureTimeToLive;
	}

	public @Nullable String getModel() {
		return this.model;
	}

	public void setModel(@Nullable String model) {
		this.model = model;
	}

	/**
	 * What is checked.
	 */
	public enum Probe {

		/** That there are credentials, or an API key, which have not expired. */
		CREDENTIALS,

		/** That a connection to the endpoint can be made. */
		CONNECT,

		/** That the service answers a listing of asynchronous invocations. */
		LIST_ASYNC_INVOKES,

		/** That the service counts the tokens of a short text. */
		COUNT_TOKENS,

		/** Nothing. */
		NONE

	}

}
