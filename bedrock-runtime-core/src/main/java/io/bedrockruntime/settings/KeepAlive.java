package io.bedrockruntime.settings;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Settings for the probes of idle connections: TCP probes and, with HTTP/2, also
 * {@code PING} frames. They keep the network from dropping a connection and detect that
 * the peer is gone. While a model thinks for minutes nothing is sent, and network address
 * translation and load balancers on AWS silently drop a connection that is idle for 350
 * seconds.
 *
 * @param idle the idle time after which the first probe is sent, from 1 to 32,767
 * seconds; 60 seconds by default
 * @param interval the time between probes without a response, from 1 to 32,767 seconds;
 * 30 seconds by default
 * @param count the number of probes without a response after which the connection is
 * considered dead, from 1 to 127; 3 by default
 * @since 0.1.0
 */
public record KeepAlive(Duration idle, Duration interval, int count) {

	/**
	 * The longest idle time and interval: 32,767 seconds, the limit of Linux.
	 */
	public static final Duration MAX_DURATION = Duration.ofSeconds(32767);

	private static final int MAX_COUNT = 127;

	private static final KeepAlive DEFAULTS = new KeepAlive(Duration.ofSeconds(60), Duration.ofSeconds(30), 3);

	/**
	 * Create an instance.
	 * @param idle the idle time after which the first probe is sent
	 * @param interval the time between probes without a response
	 * @param count the number of probes without a response after which the connection is
	 * considered dead
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public KeepAlive {
		requireSeconds("idle", idle);
		requireSeconds("interval", interval);
		Assert.isTrue(count > 0 && count <= MAX_COUNT, "'count' must be between 1 and 127");
	}

	private static void requireSeconds(String name, Duration duration) {
		Assert.isTrue(duration.toSeconds() > 0 && duration.toSeconds() <= MAX_DURATION.toSeconds(),
				() -> "'" + name + "' must be between 1 and 32767 seconds");
	}

	/**
	 * Return the defaults.
	 * @return the default settings
	 */
	public static KeepAlive defaults() {
		return DEFAULTS;
	}

}
