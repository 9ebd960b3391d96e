package io.bedrockruntime.emulator;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How an emulator is set up.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param region the region that signatures are scoped to
 * @param accessKeyId the access key id that is known
 * @param secretAccessKey its secret
 * @param sessionToken the session token that goes with it
 * @param apiKey the API key that is known
 * @param tokensPerSecond the pace of streams; 0 does not pace them
 * @param firstTokenDelay the time before an answer begins
 * @param clock the clock that signatures are held against
 */
record EmulatorSettings(String host, int port, String region, String accessKeyId, String secretAccessKey,
		@Nullable String sessionToken, @Nullable String apiKey, double tokensPerSecond, Duration firstTokenDelay,
		Clock clock) {

	Duration pause(int tokens) {
		return (this.tokensPerSecond <= 0) ? Duration.ZERO
				: Duration.ofNanos((long) (tokens * 1_000_000_000d / this.tokensPerSecond));
	}

	@Override
	public String toString() {
		return "EmulatorSettings[" + this.host + ":" + this.port + ", " + this.region + "]";
	}

}
