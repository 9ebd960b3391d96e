package io.bedrockruntime.settings;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Timeouts of a call, each of which ends the call with a separate exception. The defaults
 * let a reasoning model think for minutes; TCP keep-alive detects earlier that the peer
 * is gone.
 *
 * @param connect the maximum time to make a connection, including the TLS handshake; 5
 * seconds by default
 * @param acquire the maximum time to wait for a connection, pooled or new; 30 seconds by
 * default
 * @param response the maximum time until the first byte of a unary response or the first
 * event of a stream; 15 minutes by default, {@code null} for no limit
 * @param idle the maximum time between two events of a stream, and between two reads of
 * the rest of a unary response; 5 minutes by default, {@code null} for no limit
 * @param call the maximum duration of the call, including all attempts and the pauses
 * between them; {@code null}, the default, for no limit
 * @since 0.1.0
 */
public record Timeouts(Duration connect, Duration acquire, @Nullable Duration response, @Nullable Duration idle,
		@Nullable Duration call) {

	/**
	 * The longest time that a setting of the client accepts: 365 days. Deadlines are
	 * counted in nanoseconds, which must not overflow.
	 */
	public static final Duration MAX_DURATION = Duration.ofDays(365);

	private static final Timeouts DEFAULTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30),
			Duration.ofMinutes(15), Duration.ofMinutes(5), null);

	/**
	 * Create an instance.
	 * @param connect the maximum time to make a connection
	 * @param acquire the maximum time to wait for a connection
	 * @param response the maximum time until the response begins
	 * @param idle the maximum time between two reads of the response
	 * @param call the maximum duration of the call
	 */
	public Timeouts {
		Assert.notNull(connect, "'connect' must not be null");
		Assert.notNull(acquire, "'acquire' must not be null");
		requireCountable("connect", connect);
		requireCountable("acquire", acquire);
		requireCountable("response", response);
		requireCountable("idle", idle);
		requireCountable("call", call);
	}

	private static void requireCountable(String name, @Nullable Duration duration) {
		if (duration != null && (duration.isNegative() || duration.isZero() || duration.compareTo(MAX_DURATION) > 0)) {
			throw new IllegalArgumentException("'" + name + "' must be longer than zero and at most 365 days");
		}
	}

	/**
	 * Return the defaults.
	 * @return the default timeouts
	 */
	public static Timeouts defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these timeouts with another connect timeout.
	 * @param connect the maximum time to make a connection
	 * @return the new timeouts
	 */
	public Timeouts withConnect(Duration connect) {
		return new Timeouts(connect, this.acquire, this.response, this.idle, this.call);
	}

	/**
	 * Return these timeouts with another acquire timeout.
	 * @param acquire the maximum time to wait for a connection
	 * @return the new timeouts
	 */
	public Timeouts withAcquire(Duration acquire) {
		return new Timeouts(this.connect, acquire, this.response, this.idle, this.call);
	}

	/**
	 * Return these timeouts with another response timeout.
	 * @param response the maximum time until the response begins, or {@code null} for no
	 * limit
	 * @return the new timeouts
	 */
	public Timeouts withResponse(@Nullable Duration response) {
		return new Timeouts(this.connect, this.acquire, response, this.idle, this.call);
	}

	/**
	 * Return these timeouts with another idle timeout.
	 * @param idle the maximum time between two reads of the response, or {@code null} for
	 * no limit
	 * @return the new timeouts
	 */
	public Timeouts withIdle(@Nullable Duration idle) {
		return new Timeouts(this.connect, this.acquire, this.response, idle, this.call);
	}

	/**
	 * Return these timeouts with another call timeout.
	 * @param call the maximum duration of the call, or {@code null} for no limit
	 * @return the new timeouts
	 */
	public Timeouts withCall(@Nullable Duration call) {
		return new Timeouts(this.connect, this.acquire, this.response, this.idle, call);
	}

}
