package io.bedrockruntime.emulator.internal.wire;

import java.time.Duration;

/**
 * Speed at which responses are sent.
 *
 * @param tokensPerSecond the number of tokens per second; 0 sends without pauses
 * @param firstTokenDelay the time before a response begins
 */
public record Pacing(double tokensPerSecond, Duration firstTokenDelay) {

	public Duration pause(int tokens) {
		return (this.tokensPerSecond <= 0) ? Duration.ZERO
				: Duration.ofNanos((long) (tokens * 1_000_000_000d / this.tokensPerSecond));
	}

}
