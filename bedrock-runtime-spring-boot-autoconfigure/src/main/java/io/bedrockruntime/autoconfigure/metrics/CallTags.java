package io.bedrockruntime.autoconfigure.metrics;

import java.util.List;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.BedrockRuntimeObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/**
 * Tags that meters share with the observation of a call, so that a convention of the
 * application applies to all of them. Each key is always present.
 */
record CallTags(String provider, String requestModel, String operation, String operationName, String responseModel,
		String serverAddress) {

	static final String NONE = KeyValue.NONE_VALUE;

	static final String PROVIDER = LowCardinalityKeyNames.PROVIDER_NAME.asString();

	static final String REQUEST_MODEL = LowCardinalityKeyNames.REQUEST_MODEL.asString();

	static final String OPERATION = LowCardinalityKeyNames.BEDROCK_OPERATION.asString();

	static final String ERROR_TYPE = LowCardinalityKeyNames.ERROR_TYPE.asString();

	static final String FAILOVER_MODEL = "bedrock.failover.model";

	static final Tag AWS_BEDROCK = Tag.of(PROVIDER, "aws.bedrock");

	private static final String OPERATION_NAME = LowCardinalityKeyNames.OPERATION_NAME.asString();

	private static final String RESPONSE_MODEL = LowCardinalityKeyNames.RESPONSE_MODEL.asString();

	private static final String SERVER_ADDRESS = LowCardinalityKeyNames.SERVER_ADDRESS.asString();

	/** Keys whose values may depend on the input of an application's users. */
	static final List<String> MODEL_KEYS = List.of(REQUEST_MODEL, RESPONSE_MODEL, FAILOVER_MODEL);

	/** From the observation, which may use the application's convention. */
	static CallTags of(BedrockRuntimeObservationContext context) {
		return new CallTags(value(context, PROVIDER), value(context, REQUEST_MODEL), value(context, OPERATION),
				value(context, OPERATION_NAME), value(context, RESPONSE_MODEL), value(context, SERVER_ADDRESS));
	}

	private static String value(BedrockRuntimeObservationContext context, String key) {
		KeyValue value = context.getLowCardinalityKeyValue(key);
		return (value != null) ? value.getValue() : NONE;
	}

	/** For events outside of an observation, with the keys of {@link #call()}. */
	static Tags call(String requestModel, String operation) {
		return Tags.of(AWS_BEDROCK).and(REQUEST_MODEL, requestModel).and(OPERATION, operation);
	}

	Tags model() {
		return Tags.of(PROVIDER, this.provider, REQUEST_MODEL, this.requestModel);
	}

	/** For meters by model and operation. */
	Tags call() {
		return model().and(OPERATION, this.operation);
	}

	/** For the usage of tokens, which also depends on the model that responded. */
	Tags usage() {
		return call().and(OPERATION_NAME, this.operationName, RESPONSE_MODEL, this.responseModel);
	}

	/** For meters that also depend on the server. */
	Tags location() {
		return usage().and(SERVER_ADDRESS, this.serverAddress);
	}

}
