package io.bedrockruntime.autoconfigure.docker.compose;

import java.net.URI;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.util.StringUtils;

/**
 * Creates {@link BedrockRuntimeConnectionDetails} for a Docker Compose service that runs
 * the emulator, according to its image or label.
 */
class BedrockRuntimeDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<BedrockRuntimeConnectionDetails> {

	private static final String CONNECTION_NAME = "bedrock-runtime-emulator";

	private static final int PORT = 8642;

	BedrockRuntimeDockerComposeConnectionDetailsFactory() {
		super(CONNECTION_NAME);
	}

	@Override
	protected BedrockRuntimeConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new BedrockRuntimeDockerComposeConnectionDetails(source.getRunningService());
	}

	/**
	 * Connection details from the environment of the emulator's container, or from the
	 * emulator's defaults.
	 */
	private static final class BedrockRuntimeDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements BedrockRuntimeConnectionDetails {

		private static final String PREFIX = "BEDROCK_RUNTIME_EMULATOR_";

		private final URI endpoint;

		private final RunningService service;

		private BedrockRuntimeDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.service = service;
			String scheme = (setting("TLS_CERTIFICATE") != null) ? "https" : "http";
			this.endpoint = URI.create(scheme + "://" + service.host() + ":" + service.ports().get(PORT));
		}

		@Override
		public URI getEndpoint() {
			return this.endpoint;
		}

		@Override
		public String getRegion() {
			return setting("REGION", "us-east-1");
		}

		@Override
		public @Nullable String getAccessKey() {
			return (getApiKey() != null) ? null : setting("ACCESS_KEY", "AKIAEMULATOREXAMPLE0");
		}

		@Override
		public @Nullable String getSecretKey() {
			return (getApiKey() != null) ? null : setting("SECRET_KEY", "emulator/secret/access/key/of/no/account");
		}

		@Override
		public @Nullable String getSessionToken() {
			return (getApiKey() != null) ? null : setting("SESSION_TOKEN");
		}

		@Override
		public @Nullable String getApiKey() {
			return setting("API_KEY");
		}

		private String setting(String name, String otherwise) {
			String value = setting(name);
			return (value != null) ? value : otherwise;
		}

		private @Nullable String setting(String name) {
			String value = this.service.env().get(PREFIX + name);
			return StringUtils.hasLength(value) ? value : null;
		}

	}

}
