package io.bedrockruntime.emulator.internal.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;
import io.bedrockruntime.emulator.internal.wire.Pacing;
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
 * @param pacing the speed at which responses are sent
 * @param clock the clock that signatures are held against
 * @param guardrails the guardrails that requests may name
 * @param async how asynchronous invocations go
 * @param transport what is spoken below
 */
public record EmulatorSettings(String host, int port, String region, String accessKeyId, String secretAccessKey,
		@Nullable String sessionToken, @Nullable String apiKey, Pacing pacing, Clock clock,
		List<GuardrailDefinition> guardrails, Async async, Transport transport) {

	public EmulatorSettings {
		guardrails = List.copyOf(guardrails);
	}

	public EmulatorSettings(String host, int port, String region, String accessKeyId, String secretAccessKey,
			@Nullable String sessionToken, @Nullable String apiKey, Pacing pacing, Clock clock,
			List<GuardrailDefinition> guardrails, Async async) {
		this(host, port, region, accessKeyId, secretAccessKey, sessionToken, apiKey, pacing, clock, guardrails, async,
				new Transport(null, true));
	}

	/**
	 * How asynchronous invocations go.
	 *
	 * @param duration how long they take
	 * @param outputFolder the folder that stands for the buckets, or null for one that
	 * goes with the emulator
	 */
	public record Async(Duration duration, @Nullable Path outputFolder) {

	}

	/**
	 * What is spoken below the operations.
	 *
	 * @param tls the certificate to show, or null for cleartext
	 * @param http2 whether HTTP/2 is offered besides HTTP/1.1
	 */
	public record Transport(@Nullable ServerTls tls, boolean http2) {

	}

	/** The address at which this machine reaches it. */
	public String reachableHost() {
		return switch (this.host) {
			case "0.0.0.0", "::" -> "127.0.0.1";
			default -> (this.host.indexOf(':') >= 0) ? "[" + this.host + "]" : this.host;
		};
	}

	@Override
	public String toString() {
		return "EmulatorSettings[" + this.host + ":" + this.port + ", " + this.region + "]";
	}

}
