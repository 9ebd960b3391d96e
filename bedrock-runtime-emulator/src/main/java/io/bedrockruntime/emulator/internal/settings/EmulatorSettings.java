package io.bedrockruntime.emulator.internal.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one emulator.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 selects a free port
 * @param region the region that signatures are scoped to
 * @param accessKeyId the accepted access key id
 * @param secretAccessKey its secret
 * @param sessionToken its session token
 * @param apiKey the accepted API key
 * @param pacing the speed at which responses are sent
 * @param clock the {@code Clock} for verifying signatures
 * @param guardrails the guardrails that requests may name
 * @param async the settings for asynchronous invocations
 * @param transport the transport settings
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
	 * Settings for asynchronous invocations.
	 *
	 * @param duration the duration of an invocation
	 * @param outputFolder the folder that replaces the buckets, or null for a temporary
	 * one
	 */
	public record Async(Duration duration, @Nullable Path outputFolder) {

	}

	/**
	 * Settings for the transport.
	 *
	 * @param tls the server certificate, or null for cleartext
	 * @param http2 whether HTTP/2 is offered besides HTTP/1.1
	 */
	public record Transport(@Nullable ServerTls tls, boolean http2) {

	}

	/** Return the address at which this machine reaches the emulator. */
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
