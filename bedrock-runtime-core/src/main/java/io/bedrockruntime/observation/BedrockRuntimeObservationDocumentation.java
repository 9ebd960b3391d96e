package io.bedrockruntime.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Documents the observation of calls of the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
public enum BedrockRuntimeObservationDocumentation implements ObservationDocumentation {

	/**
	 * A call, from when it is made to its last byte, its failure or its cancellation,
	 * with all its retries and its failover.
	 */
	CALL {
		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultBedrockRuntimeObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinalityKeyNames.values();
		}
	};

	/**
	 * Keys of metrics and spans. Each is always there.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/** What the model is to do, such as {@code chat}. */
		OPERATION_NAME("gen_ai.operation.name"),

		/** Who provides the model: {@code aws.bedrock}. */
		PROVIDER_NAME("gen_ai.provider.name"),

		/** The model that was asked for, without account and region, or its alias. */
		REQUEST_MODEL("gen_ai.request.model"),

		/** The model that answered, or {@code none} if that is not known. */
		RESPONSE_MODEL("gen_ai.response.model"),

		/** One of {@link ErrorTypes}, or {@code none} if the call succeeded. */
		ERROR_TYPE("error.type"),

		/** The AWS name of the operation. */
		BEDROCK_OPERATION("bedrock.operation"),

		/** The host of the endpoint. */
		SERVER_ADDRESS("server.address");

		private final String key;

		LowCardinalityKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Keys of spans only. Each is there if its value is known.
	 */
	public enum HighCardinalityKeyNames implements KeyName {

		/** The model that was asked for, as the request has it. */
		REQUEST_MODEL("gen_ai.request.model"),

		/** The model that answered, as the service has it. */
		RESPONSE_MODEL("gen_ai.response.model"),

		/** The format that the output is to have. */
		OUTPUT_TYPE("gen_ai.output.type"),

		/** The guardrail that checked the request. */
		GUARDRAIL_ID("aws.bedrock.guardrail.id"),

		/** The identifier that the service gave the request. */
		REQUEST_ID("aws.request_id"),

		/** The region that the request was signed for. */
		REGION("cloud.region"),

		/** The service tier that was asked for. */
		SERVICE_TIER("bedrock.service_tier"),

		/** How the model's latency is optimized. */
		LATENCY_MODE("bedrock.latency_mode");

		private final String key;

		HighCardinalityKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
