package io.bedrockruntime.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for one client of the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
public class BedrockRuntimeClientProperties {

	/**
	 * AWS region to call and to sign for. If it is not set, the region comes from an
	 * AwsRegionProvider bean, and then from AWS's default region provider chain.
	 */
	private @Nullable String region;

	/**
	 * URL to call instead of the endpoint of the region, such as that of a VPC endpoint,
	 * a proxy or an emulator. If it is not set, AWS_ENDPOINT_URL_BEDROCK_RUNTIME and the
	 * other AWS settings for endpoints apply.
	 */
	private @Nullable URI endpoint;

	/**
	 * Whether to call the FIPS 140 validated endpoint of the region. If it is not set,
	 * AWS_USE_FIPS_ENDPOINT and the other AWS settings for it apply.
	 */
	private @Nullable Boolean fipsEnabled;

	/**
	 * Whether to call the dual-stack endpoint of the region, which supports IPv6 and
	 * IPv4. If it is not set, AWS_USE_DUALSTACK_ENDPOINT and the other AWS settings for
	 * it apply.
	 */
	private @Nullable Boolean dualstackEnabled;

	/**
	 * Model, inference profile or prompt for requests that do not set one.
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
	 * Guardrail for requests that do not set one.
	 */
	public static final class Guardrail {

		/**
		 * Identifier or ARN of the guardrail for requests that do not set one.
		 */
		private @Nullable String identifier;

		/**
		 * Version of the guardrail: a number or DRAFT.
		 */
		private @Nullable String version;

		/**
		 * Guardrail trace to return with each response. If it is not set, the service's
		 * default applies.
		 */
		private @Nullable String trace;

		/**
		 * Whether streamed events wait for the guardrail's assessment (sync) or are sent
		 * while it runs (async). If it is not set, the service's default applies.
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
	 * Inference parameters for Converse requests that do not set them.
	 */
	public static final class Inference {

		/**
		 * Maximum number of tokens to generate, for requests that do not set it. If it is
		 * not set, the model's default applies.
		 */
		private @Nullable Integer maxTokens;

		/**
		 * Sampling temperature for requests that do not set it. If it is not set, the
		 * model's default applies.
		 */
		private @Nullable Float temperature;

		/**
		 * Top-p (nucleus sampling) value for requests that do not set it. If it is not
		 * set, the model's default applies.
		 */
		private @Nullable Float topP;

		/**
		 * Sequences that stop generation, for requests that do not set any.
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
	 * Timeouts of a call.
	 */
	public static final class Timeouts {

		/**
		 * Maximum time to establish a connection, including the TLS handshake. If it is
		 * not set, spring.http.clients.connect-timeout applies if that is set.
		 */
		private @Nullable Duration connect;

		/**
		 * Maximum time to wait for a pooled or new connection.
		 */
		private Duration acquire = Duration.ofSeconds(30);

		/**
		 * Maximum time until the response or the first event of a stream arrives.
		 * Reasoning models may need minutes.
		 */
		private Duration response = Duration.ofMinutes(15);

		/**
		 * Maximum time between two events of a stream, or between two parts of a
		 * response.
		 */
		private Duration idle = Duration.ofMinutes(5);

		/**
		 * Maximum time for a complete call, including retries. Unlimited if it is not
		 * set.
		 */
		private @Nullable Duration call;

		/**
		 * Timeouts that override the other ones for calls of matching models.
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
	 * Limits for the size of responses and events.
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
