package io.bedrockruntime.autoconfigure.emulator;

import java.net.URI;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * {@link BedrockRuntimeConnectionDetails} for a running {@link BedrockRuntimeEmulator}. A
 * bean of this type connects all clients of an application to the emulator.
 *
 * @since 0.1.0
 */
public final class EmulatorConnectionDetails implements BedrockRuntimeConnectionDetails {

	private final BedrockRuntimeEmulator emulator;

	/**
	 * Create an instance.
	 * @param emulator the emulator to connect to
	 */
	public EmulatorConnectionDetails(BedrockRuntimeEmulator emulator) {
		Assert.notNull(emulator, "'emulator' must not be null");
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
