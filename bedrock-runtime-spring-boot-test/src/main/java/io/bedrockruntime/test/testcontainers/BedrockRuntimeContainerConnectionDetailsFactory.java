package io.bedrockruntime.test.testcontainers;

import java.net.URI;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Factory of {@link BedrockRuntimeConnectionDetails} for a
 * {@link BedrockRuntimeContainer} with {@code @ServiceConnection}.
 */
class BedrockRuntimeContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<BedrockRuntimeContainer, BedrockRuntimeConnectionDetails> {

	@Override
	protected BedrockRuntimeConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<BedrockRuntimeContainer> source) {
		return new BedrockRuntimeContainerConnectionDetails(source);
	}

	private static final class BedrockRuntimeContainerConnectionDetails
			extends ContainerConnectionDetails<BedrockRuntimeContainer> implements BedrockRuntimeConnectionDetails {

		private BedrockRuntimeContainerConnectionDetails(ContainerConnectionSource<BedrockRuntimeContainer> source) {
			super(source);
		}

		@Override
		public String getRegion() {
			return getContainer().getRegion();
		}

		@Override
		public URI getEndpoint() {
			return getContainer().getEndpoint();
		}

		@Override
		public @Nullable String getAccessKey() {
			return (getApiKey() != null) ? null : getContainer().getAccessKey();
		}

		@Override
		public @Nullable String getSecretKey() {
			return (getApiKey() != null) ? null : getContainer().getSecretKey();
		}

		@Override
		public @Nullable String getSessionToken() {
			return (getApiKey() != null) ? null : getContainer().getSessionToken();
		}

		@Override
		public @Nullable String getApiKey() {
			return getContainer().getApiKey();
		}

	}

}
