package io.bedrockruntime.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for the timeouts of matching models.
 *
 * @since 0.1.0
 */
public class BedrockRuntimeModelTimeoutsProperties {

	/**
	 * Models that these timeouts apply to, as a pattern in which '*' matches any
	 * characters. The first matching entry applies.
	 */
	private @Nullable String models;

	/**
	 * Maximum time to wait for a connection.
	 */
	private @Nullable Duration acquire;

	/**
	 * Maximum time until the response or the first event of a stream arrives.
	 */
	private @Nullable Duration response;

	/**
	 * Maximum time between two events of a stream, or between two parts of a response.
	 */
	private @Nullable Duration idle;

	/**
	 * Maximum time for a complete call, including retries.
	 */
	private @Nullable Duration call;

	public @Nullable String getModels() {
		return this.models;
	}

	public void setModels(@Nullable String models) {
		this.models = models;
	}

	public @Nullable Duration getAcquire() {
		return this.acquire;
	}

	public void setAcquire(@Nullable Duration acquire) {
		this.acquire = acquire;
	}

	public @Nullable Duration getResponse() {
		return this.response;
	}

	public void setResponse(@Nullable Duration response) {
		this.response = response;
	}

	public @Nullable Duration getIdle() {
		return this.idle;
	}

	public void setIdle(@Nullable Duration idle) {
		this.idle = idle;
	}

	public @Nullable Duration getCall() {
		return this.call;
	}

	public void setCall(@Nullable Duration call) {
		this.call = call;
	}

}
