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
	 * Check to perform. No check runs inference.
	 */
	private Probe probe = Probe.CREDENTIALS;

	/**
	 * Maximum duration of a check. The client is reported as down if it takes longer.
	 */
	private Duration timeout = Duration.ofSeconds(2);

	/**
	 * Maximum time to cache a result, unless the client is down. A random jitter of up to
	 * 20 % is subtracted.
	 */
	private Duration timeToLive = Duration.ofSeconds(60);

	/**
	 * Maximum time to cache the result that a client is down. A random jitter of up to 20
	 * % is subtracted.
	 */
	private Duration failureTimeToLive = Duration.ofSeconds(10);

	/**
	 * Model for the count-tokens check. The client's default model if it is not set.
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
	 * Check to perform.
	 */
	public enum Probe {

		/** Credentials or an API key are available and have not expired. */
		CREDENTIALS,

		/** A connection to the endpoint can be established. */
		CONNECT,

		/** The service lists asynchronous invocations. */
		LIST_ASYNC_INVOKES,

		/** The service counts the tokens of a short text. */
		COUNT_TOKENS,

		/** Nothing. */
		NONE

	}

}
