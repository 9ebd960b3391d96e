package io.bedrockruntime.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of one client of the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
public class BedrockRuntimeClientProperties {

	/**
	 * Region to call and to sign for. Without it, an AwsRegionProvider bean and then
	 * AWS's default region provider chain are asked.
	 */
	private @Nullable String region;

	/**
	 * URL to call instead of the region's own endpoint, such as a VPC endpoint, a proxy
	 * or an emulator. Without it, AWS_ENDPOINT_URL_BEDROCK_RUNTIME and other settings of
	 * AWS for that are read.
	 */
	private @Nullable URI endpoint;

	/**
	 * Whether to call the region's endpoint that is validated under FIPS 140. Without it,
	 * AWS's own settings for that are read.
	 */
	private @Nullable Boolean fipsEnabled;

	/**
	 * Whether to call the region's endpoint that is reached over IPv6 as well as IPv4.
	 * Without it, AWS's own settings for that are read.
	 */
	private @Nullable Boolean dualstackEnabled;

	/**
	 * Model, inference profile or prompt for requests that name none.
	 */
	private @Nullable String defaultModel;

	@NestedConfigurationProperty
	private final BedrockRuntimeCredentialsProperties credentials = new BedrockRuntimeCredentialsProperties();

	private final Guardrail guardrail = new Guardrail();

	private final Inference inference = new Inference();

	private final Timeouts timeouts = new Timeouts();

	@NestedConfigurationProperty
	private final BedrockRuntimeRetryProperties retry = new BedrockRuntimeRetryProperties();

	private final Limits limits = new Limits();

	@NestedConfigurationProperty
	private final BedrockRuntimeFailoverProperties failover = new BedrockRuntimeFailoverProperties();

	@NestedConfigurationProperty
	private final BedrockRuntimeHttpProperties http = new BedrockRuntimeHttpProperties();

	@NestedConfigurationProperty
	private final BedrockRuntimeRequestMetadataProperties requestMetadata = new BedrockRuntimeRequestMetadataProperties();

	public @Nullable String getRegion() {
		return this.region;
	}

	public void setRegion(@Nullable String region) {
		this.region = region;
	}

	public @Nullable URI getEndpoint() {
		return this.endpoint;
	}

	public void setEndpoint(@Nullable URI endpoint) {
		this.endpoint = endpoint;
	}

	public @Nullable Boolean getFipsEnabled() {
		return this.fipsEnabled;
	}

	public void setFipsEnabled(@Nullable Boolean fipsEnabled) {
		this.fipsEnabled = fipsEnabled;
	}

	public @Nullable Boolean getDualstackEnabled() {
		return this.dualstackEnabled;
	}

	public void setDualstackEnabled(@Nullable Boolean dualstackEnabled) {
		this.dualstackEnabled = dualstackEnabled;
	}

	public @Nullable String getDefaultModel() {
		return this.defaultModel;
	}

	public void setDefaultModel(@Nullable String defaultModel) {
		this.defaultModel = defaultModel;
	}

	public BedrockRuntimeCredentialsProperties getCredentials() {
		return this.credentials;
	}

	public Guardrail getGuardrail() {
		return this.guardrail;
	}

	public Inference getInference() {
		return this.inference;
	}

	public Timeouts getTimeouts() {
		return this.timeouts;
	}

	public BedrockRuntimeRetryProperties getRetry() {
		return this.retry;
	}

	public Limits getLimits() {
		return this.limits;
	}

	public BedrockRuntimeFailoverProperties getFailover() {
		return this.failover;
	}

	public BedrockRuntimeHttpProperties getHttp() {
		return this.http;
	}

	public BedrockRuntimeRequestMetadataProperties getRequestMetadata() {
		return this.requestMetadata;
	}

	/**
	 * Guardrail for requests that name none.
	 */
	public static final class Guardrail {

		/**
		 * Identifier or ARN of the guardrail for requests that name none.
		 */
		private @Nullable String identifier;

		/**
		 * Version of the guardrail, a number or DRAFT.
		 */
		private @Nullable String version;

		/**
		 * Trace of the guardrail to return with a response.
		 */
		private @Nullable String trace;

		/**
		 * Whether the guardrail is awaited before a streamed event is sent.
		 */
		private @Nullable String streamProcessingMode;

		public @Nullable String getIdentifier() {
			return this.identifier;
		}

		public void setIdentifier(@Nullable String identifier) {
			this.identifier = identifier;
		}

		public @Nullable String getVersion() {
			return this.version;
		}

		public void setVersion(@Nullable String version) {
			this.version = version;
		}

		public @Nullable String getTrace() {
			return this.trace;
		}

		public void setTrace(@Nullable String trace) {
			this.trace = trace;
		}

		public @Nullable String getStreamProcessingMode() {
			return this.streamProcessingMode;
		}

		public void setStreamProcessingMode(@Nullable String streamProcessingMode) {
			this.streamProcessingMode = streamProcessingMode;
		}

	}

	/**
	 * Inference parameters of Converse for requests that set none.
	 */
	public static final class Inference {

		/**
		 * Maximum number of tokens to generate for requests that set none.
		 */
		private @Nullable Integer maxTokens;

		/**
		 * Temperature for requests that set none.
		 */
		private @Nullable Float temperature;

		/**
		 * Share of the most likely tokens to sample from, for requests that set none.
		 */
		private @Nullable Float topP;

		/**
		 * Sequences that end generation, for requests that set none.
		 */
		private @Nullable List<String> stopSequences;

		public @Nullable Integer getMaxTokens() {
			return this.maxTokens;
		}

		public void setMaxTokens(@Nullable Integer maxTokens) {
			this.maxTokens = maxTokens;
		}

		public @Nullable Float getTemperature() {
			return this.temperature;
		}

		public void setTemperature(@Nullable Float temperature) {
			this.temperature = temperature;
		}

		public @Nullable Float getTopP() {
			return this.topP;
		}

		public void setTopP(@Nullable Float topP) {
			this.topP = topP;
		}

		public @Nullable List<String> getStopSequences() {
			return this.stopSequences;
		}

		public void setStopSequences(@Nullable List<String> stopSequences) {
			this.stopSequences = stopSequences;
		}

	}

	/**
	 * Clocks of a call.
	 */
	public static final class Timeouts {

		/**
		 * Maximum time to make a connection, TLS handshake included. Without it,
		 * spring.http.clients.connect-timeout is taken if that is set.
		 */
		private @Nullable Duration connect;

		/**
		 * Maximum time to wait for a connection, be it a free one of the pool or a new
		 * one.
		 */
		private Duration acquire = Duration.ofSeconds(30);

		/**
		 * Maximum time until a response, or the first event of a stream, arrives.
		 * Reasoning models may think for minutes.
		 */
		private Duration response = Duration.ofMinutes(15);

		/**
		 * Maximum time of silence between two events of a stream or two parts of a
		 * response.
		 */
		private Duration idle = Duration.ofMinutes(5);

		/**
		 * Maximum time of a whole call. Unlimited if not set.
		 */
		private @Nullable Duration call;

		/**
		 * Other clocks for calls of some models.
		 */
		private final List<BedrockRuntimeModelTimeoutsProperties> byModel = new ArrayList<>();

		public @Nullable Duration getConnect() {
			return this.connect;
		}

		public void setConnect(@Nullable Duration connect) {
			this.connect = connect;
		}

		public Duration getAcquire() {
			return this.acquire;
		}

		public void setAcquire(Duration acquire) {
			this.acquire = acquire;
		}

		public Duration getResponse() {
			return this.response;
		}

		public void setResponse(Duration response) {
			this.response = response;
		}

		public Duration getIdle() {
			return this.idle;
		}

		public void setIdle(Duration idle) {
			this.idle = idle;
		}

		public @Nullable Duration getCall() {
			return this.call;
		}

		public void setCall(@Nullable Duration call) {
			this.call = call;
		}

		public List<BedrockRuntimeModelTimeoutsProperties> getByModel() {
			return this.byModel;
		}

	}

	/**
	 * Bounds on what is taken from the service.
	 */
	public static final class Limits {

		/**
		 * Maximum size of a response that is not streamed.
		 */
		private DataSize maxResponseSize = DataSize.ofMegabytes(64);

		/**
		 * Maximum size of a single event of a stream.
		 */
		private DataSize maxEventSize = DataSize.ofMegabytes(24);

		public DataSize getMaxResponseSize() {
			return this.maxResponseSize;
		}

		public void setMaxResponseSize(DataSize maxResponseSize) {
			this.maxResponseSize = maxResponseSize;
		}

		public DataSize getMaxEventSize() {
			return this.maxEventSize;
		}

		public void setMaxEventSize(DataSize maxEventSize) {
			this.maxEventSize = maxEventSize;
		}

	}

}
