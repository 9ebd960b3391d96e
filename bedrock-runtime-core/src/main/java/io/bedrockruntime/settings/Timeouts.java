package io.bedrockruntime.settings;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The clocks of a call, each of which ends it with an exception of its own. The defaults
 * let a reasoning model think for minutes; a peer that is gone is noticed earlier, by TCP
 * keep-alive.
 *
 * @param connect how long making a connection may take, TLS handshake included; 5 seconds
 * by default
 * @param acquire how long a call may wait for a connection, be it a free one of the pool
 * or a new one; 30 seconds by default
 * @param response how long the first byte of a unary answer, or the first event of a
 * stream, may take; 15 minutes by default, {@code null} for no limit
 * @param idle how long a stream may be silent between two events, and the rest of a unary
 * answer between two reads; 5 minutes by default, {@code null} for no limit
 * @param call how long the whole call may take, all its attempts and the pauses between
 * them included; {@code null}, the default, for no limit
 * @since 0.1.0
 */
public record Timeouts(Duration connect, Duration acquire, @Nullable Duration response, @Nullable Duration idle,
		@Nullable Duration call) {

	/** A bound, because clocks count in nanoseconds and must not overflow. */
	private static final Duration LONGEST = Duration.ofDays(366);

	private static final Timeouts DEFAULTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30),
			Duration.ofMinutes(15), Duration.ofMinutes(5), null);

	/**
	 * Create an instance.
	 * @param connect how long making a connection may take
	 * @param acquire how long a call may wait for a connection of the pool
	 * @param response how long the answer may take to begin
	 * @param idle how long a begun answer may be silent
	 * @param call how long the whole call may take
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
		if (duration != null && (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0)) {
			throw new IllegalArgumentException("'" + name + "' must be longer than zero and at most a year");
		}
	}

	/**
	 * Return the defaults.
	 * @return the default clocks
	 */
	public static Timeouts defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these clocks with another connect timeout.
	 * @param connect how long making a connection may take
	 * @return the new clocks
	 */
	public Timeouts withConnect(Duration connect) {
		return new Timeouts(connect, this.acquire, this.response, this.idle, this.call);
	}

	/**
	 * Return these clocks with another acquire timeout.
	 * @param acquire how long a call may wait for a connection of the pool
	 * @return the new clocks
	 */
	public Timeouts withAcquire(Duration acquire) {
		return new Timeouts(this.connect, acquire, this.response, this.idle, this.call);
	}

	/**
	 * Return these clocks with another response timeout.
	 * @param response how long the answer may take to begin, or {@code null} for no limit
	 * @return the new clocks
	 */
	public Timeouts withResponse(@Nullable Duration response) {
		return new Timeouts(this.connect, this.acquire, response, this.idle, this.call);
	}

	/**
	 * Return these clocks with another idle timeout.
	 * @param idle how long a begun answer may be silent, or {@code null} for no limit
	 * @return the new clocks
	 */
	public Timeouts withIdle(@Nullable Duration idle) {
		return new Timeouts(this.connect, this.acquire, this.response, idle, this.call);
	}

	/**
	 * Return these clocks with another call timeout.
	 * @param call how long the whole call may take, or {@code null} for no limit
	 * @return the new clocks
	 */
	public Timeouts withCall(@Nullable Duration call) {
		return new Timeouts(this.connect, this.acquire, this.response, this.idle, call);
	}

}
