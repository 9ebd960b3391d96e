package io.bedrockruntime.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Documentation of the observation of calls to the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
public enum BedrockRuntimeObservationDocumentation implements ObservationDocumentation {

	/**
	 * A call, from its start to its last byte, its failure or its cancellation, with all
	 * retries and failovers.
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
	 * Keys of metrics and spans. Each is always present.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/** GenAI operation, such as {@code chat}. */
		OPERATION_NAME("gen_ai.operation.name"),

		/** Provider of the model: {@code aws.bedrock}. */
		PROVIDER_NAME("gen_ai.provider.name"),

		/** The requested model, without account and region, or its alias. */
		REQUEST_MODEL("gen_ai.request.model"),

		/** The model that responded, or {@code none} if that is not known. */
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
	 * Keys of spans only. Each is present if its value is known.
	 */
	public enum HighCardinalityKeyNames implements KeyName {

		/** The requested model, as written in the request. */
		REQUEST_MODEL("gen_ai.request.model"),

		/** The model that responded, as reported by the service. */
		RESPONSE_MODEL("gen_ai.response.model"),

		/** The requested format of the output. */
		OUTPUT_TYPE("gen_ai.output.type"),

		/** The guardrail that checked the request. */
		GUARDRAIL_ID("aws.bedrock.guardrail.id"),

		/** The request identifier assigned by the service. */
		REQUEST_ID("aws.request_id"),

		/** The region that the request was signed for. */
		REGION("cloud.region"),

		/** The requested service tier. */
		SERVICE_TIER("bedrock.service_tier"),

		/** The latency optimization of the model. */
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
