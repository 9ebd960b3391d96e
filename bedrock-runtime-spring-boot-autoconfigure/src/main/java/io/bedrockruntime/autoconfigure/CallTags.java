package io.bedrockruntime.autoconfigure;

import java.util.List;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.BedrockRuntimeObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/**
 * Tags that meters share with the observation of a call, so that a convention of the
 * application counts for all of them. Each key is always there.
 */
final class CallTags {

	static final String NONE = KeyValue.NONE_VALUE;

	static final String PROVIDER = LowCardinalityKeyNames.PROVIDER_NAME.asString();

	static final String REQUEST_MODEL = LowCardinalityKeyNames.REQUEST_MODEL.asString();

	static final String OPERATION = LowCardinalityKeyNames.BEDROCK_OPERATION.asString();

	static final String ERROR_TYPE = LowCardinalityKeyNames.ERROR_TYPE.asString();

	static final String FAILOVER_MODEL = "bedrock.failover.model";

	static final Tag AWS_BEDROCK = Tag.of(PROVIDER, "aws.bedrock");

	/** Keys whose values an application's users may have a say in. */
	static final List<String> MODEL_KEYS = List.of(REQUEST_MODEL, LowCardinalityKeyNames.RESPONSE_MODEL.asString(),
			FAILOVER_MODEL);

	private CallTags() {
	}

	/** Of what is counted by model and operation. */
	static Tags of(BedrockRuntimeObservationContext context) {
		return model(context).and(tag(context, LowCardinalityKeyNames.BEDROCK_OPERATION));
	}

	static Tags model(BedrockRuntimeObservationContext context) {
		return Tags.of(tag(context, LowCardinalityKeyNames.PROVIDER_NAME),
				tag(context, LowCardinalityKeyNames.REQUEST_MODEL));
	}

	/** Of what is consumed, which depends on the model that answered as well. */
	static Tags usage(BedrockRuntimeObservationContext context) {
		return of(context).and(tag(context, LowCardinalityKeyNames.OPERATION_NAME),
				tag(context, LowCardinalityKeyNames.RESPONSE_MODEL));
	}

	/** Of what depends on where the call went. */
	static Tags place(BedrockRuntimeObservationContext context) {
		return usage(context).and(tag(context, LowCardinalityKeyNames.SERVER_ADDRESS));
	}

	private static Tag tag(BedrockRuntimeObservationContext context, LowCardinalityKeyNames key) {
		KeyValue value = context.getLowCardinalityKeyValue(key.asString());
		return Tag.of(key.asString(), (value != null) ? value.getValue() : NONE);
	}

}
