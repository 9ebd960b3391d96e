package io.bedrockruntime.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for the clocks of calls of some models.
 *
 * @since 0.1.0
 */
public class BedrockRuntimeModelTimeoutsProperties {

	/**
	 * Models whose calls have these clocks, a pattern with '*' for any characters. The
	 * first entry that fits counts.
	 */
	private @Nullable String models;

	/**
	 * Maximum time to wait for a connection.
	 */
	private @Nullable Duration acquire;

	/**
	 * Maximum time until a response, or the first event of a stream, arrives.
	 */
	private @Nullable Duration response;

	/**
	 * Maximum time of silence between two events of a stream or two parts of a response.
	 */
	private @Nullable Duration idle;

	/**
	 * Maximum time of a whole call.
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
