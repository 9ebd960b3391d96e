package io.bedrockruntime.autoconfigure.client;

import java.net.URI;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import org.jspecify.annotations.Nullable;

/**
 * Adapts {@link BedrockRuntimeClientProperties} to
 * {@link BedrockRuntimeConnectionDetails}.
 */
class PropertiesBedrockRuntimeConnectionDetails implements BedrockRuntimeConnectionDetails {

	private final BedrockRuntimeClientProperties properties;

	PropertiesBedrockRuntimeConnectionDetails(BedrockRuntimeClientProperties properties) {
		this.properties = properties;
	}

	@Override
	public @Nullable String getRegion() {
		return this.properties.getRegion();
	}

	@Override
	public @Nullable URI getEndpoint() {
		return this.properties.getEndpoint();
	}

	@Override
	public @Nullable String getAccessKey() {
		return this.properties.getCredentials().getAccessKey();
	}

	@Override
	public @Nullable String getSecretKey() {
		return this.properties.getCredentials().getSecretKey();
	}

	@Override
	public @Nullable String getSessionToken() {
		return this.properties.getCredentials().getSessionToken();
	}

	@Override
	public @Nullable String getApiKey() {
		return this.properties.getCredentials().getApiKey();
	}

}
