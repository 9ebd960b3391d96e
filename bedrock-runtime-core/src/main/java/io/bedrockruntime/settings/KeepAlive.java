package io.bedrockruntime.settings;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How a connection over which nothing comes is kept from being forgotten on its way, and
 * found dead when its peer is gone: by TCP probes and, with HTTP/2, by {@code PING}
 * frames as well. A call that thinks for minutes sends nothing meanwhile, and network
 * address translation and load balancers on AWS drop a connection silently after 350
 * seconds of that.
 *
 * @param idle the silence after which the first probe is sent, from a second to nine
 * hours; 60 seconds by default
 * @param interval the time from one unanswered probe to the next, from a second to nine
 * hours; 30 seconds by default
 * @param count the number of unanswered probes after which the connection is dead, from 1
 * to 127; 3 by default
 * @since 0.1.0
 */
public record KeepAlive(Duration idle, Duration interval, int count) {

	/** What Linux takes. */
	private static final long MAX_SECONDS = 32767;

	private static final int MAX_COUNT = 127;

	private static final KeepAlive DEFAULTS = new KeepAlive(Duration.ofSeconds(60), Duration.ofSeconds(30), 3);

	/**
	 * Create an instance.
	 * @param idle the silence after which the first probe is sent
	 * @param interval the time from one unanswered probe to the next
	 * @param count the number of unanswered probes after which the connection is dead
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public KeepAlive {
		requireSeconds("idle", idle);
		requireSeconds("interval", interval);
		Assert.isTrue(count > 0 && count <= MAX_COUNT, "'count' must be between 1 and 127");
	}

	private static void requireSeconds(String name, Duration duration) {
		Assert.isTrue(duration.toSeconds() > 0 && duration.toSeconds() <= MAX_SECONDS,
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
