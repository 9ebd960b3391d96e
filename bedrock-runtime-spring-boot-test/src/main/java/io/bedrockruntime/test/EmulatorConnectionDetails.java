package io.bedrockruntime.test;

import java.net.URI;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.jspecify.annotations.Nullable;

/**
 * Details to reach an emulator.
 */
final class EmulatorConnectionDetails implements BedrockRuntimeConnectionDetails {

	private final BedrockRuntimeEmulator emulator;

	EmulatorConnectionDetails(BedrockRuntimeEmulator emulator) {
		this.emulator = emulator;
	}

	@Override
	public String getRegion() {
		return this.emulator.region();
	}

	@Override
	public URI getEndpoint() {
		return this.emulator.endpoint();
	}

	@Override
	public String getAccessKey() {
		return this.emulator.accessKeyId();
	}

	@Override
	public String getSecretKey() {
		return this.emulator.secretAccessKey();
	}

	@Override
	public @Nullable String getSessionToken() {
		return this.emulator.sessionToken();
	}

}
