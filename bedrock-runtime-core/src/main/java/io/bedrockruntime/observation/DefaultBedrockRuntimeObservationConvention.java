package io.bedrockruntime.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.BedrockRuntimeObservationDocumentation.HighCardinalityKeyNames;
import io.bedrockruntime.observation.BedrockRuntimeObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import org.jspecify.annotations.Nullable;

/**
 * Default {@link BedrockRuntimeObservationConvention}, based on version 1.41 of
 * OpenTelemetry's semantic conventions for generative AI.
 *
 * @since 0.1.0
 */
public class DefaultBedrockRuntimeObservationConvention implements BedrockRuntimeObservationConvention {

	/** Name of the observation. */
	public static final String NAME = "gen_ai.client.operation.duration";

	private static final KeyValue PROVIDER = KeyValue.of(LowCardinalityKeyNames.PROVIDER_NAME, "aws.bedrock");

	private static final KeyValue NO_ERROR = KeyValue.of(LowCardinalityKeyNames.ERROR_TYPE, KeyValue.NONE_VALUE);

	private static final KeyValue NO_RESPONSE_MODEL = KeyValue.of(LowCardinalityKeyNames.RESPONSE_MODEL,
			KeyValue.NONE_VALUE);

	private final String name;

	private final ModelNames modelNames;

	/**
	 * Create a convention without aliases of models.
	 */
	public DefaultBedrockRuntimeObservationConvention() {
		this(new ModelNames(Map.of()));
	}

	/**
	 * Create a convention.
	 * @param modelNames the names of models in metrics
	 */
	public DefaultBedrockRuntimeObservationConvention(ModelNames modelNames) {
		this(NAME, modelNames);
	}

	/**
	 * Create a convention with another name of the observation.
	 * @param name the name
	 * @param modelNames the names of models in metrics
	 */
	public DefaultBedrockRuntimeObservationConvention(String name, ModelNames modelNames) {
		this.name = name;
		this.modelNames = modelNames;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public String getContextualName(BedrockRuntimeObservationContext context) {
		String operation = operationName(context).getValue();
		return (context.requestModel() != null) ? operation + " " + requestModel(context).getValue() : operation;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(BedrockRuntimeObservationContext context) {
		return KeyValues.of(bedrockOperation(context), errorType(context), operationName(context),
				providerName(context), requestModel(context), responseModel(context), serverAddress(context));
	}

	/**
	 * Return the GenAI operation.
	 * @param context the call
	 * @return {@code gen_ai.operation.name}
	 */
	protected KeyValue operationName(BedrockRuntimeObservationContext context) {
		return KeyValue.of(LowCardinalityKeyNames.OPERATION_NAME,
				GenAiOperations.name(context.observedOperation(), context.requestModel()));
	}

	/**
	 * Return the provider of the model.
	 * @param context the call
	 * @return {@code gen_ai.provider.name}
	 */
	protected KeyValue providerName(BedrockRuntimeObservationContext context) {
		return PROVIDER;
	}

	/**
	 * Return the requested model, under its name in metrics.
	 * @param context the call
	 * @return {@code gen_ai.request.model}
	 */
	protected KeyValue requestModel(BedrockRuntimeObservationContext context) {
		return KeyValue.of(LowCardinalityKeyNames.REQUEST_MODEL, this.modelNames.of(context.requestModel()));
	}

	/**
	 * Return the model that responded, under its name in metrics.
	 * @param context the call
	 * @return {@code gen_ai.response.model}
	 */
	protected KeyValue responseModel(BedrockRuntimeObservationContext context) {
		String model = context.responseModel();
		return (model != null) ? KeyValue.of(LowCardinalityKeyNames.RESPONSE_MODEL, this.modelNames.of(model))
				: NO_RESPONSE_MODEL;
	}

	/**
	 * Return the type of the call's failure.
	 * @param context the call
	 * @return {@code error.type}
	 */
	protected KeyValue errorType(BedrockRuntimeObservationContext context) {
		String errorType = context.errorType();
		return (errorType != null) ? KeyValue.of(LowCardinalityKeyNames.ERROR_TYPE, errorType) : NO_ERROR;
	}

	/**
	 * Return the AWS name of the operation.
	 * @param context the call
	 * @return {@code bedrock.operation}
	 */
	protected KeyValue bedrockOperation(BedrockRuntimeObservationContext context) {
		return KeyValue.of(LowCardinalityKeyNames.BEDROCK_OPERATION, context.operation());
	}

	/**
	 * Return the host of the endpoint.
	 * @param context the call
	 * @return {@code server.address}
	 */
	protected KeyValue serverAddress(BedrockRuntimeObservationContext context) {
		String host = context.endpoint().getHost();
		return KeyValue.of(LowCardinalityKeyNames.SERVER_ADDRESS, (host != null) ? host : KeyValue.NONE_VALUE);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(BedrockRuntimeObservationContext context) {
		RequestParameters parameters = context.parameters();
		// Build KeyValues once, because each addition to it copies and sorts.
		List<KeyValue> keyValues = new ArrayList<>();
		keyValues.add(KeyValue.of(HighCardinalityKeyNames.REGION, context.region()));
		add(keyValues, HighCardinalityKeyNames.REQUEST_MODEL, context.requestModel());
		add(keyValues, HighCardinalityKeyNames.RESPONSE_MODEL, context.responseModel());
		add(keyValues, HighCardinalityKeyNames.OUTPUT_TYPE, parameters.outputFormat());
		add(keyValues, HighCardinalityKeyNames.GUARDRAIL_ID, parameters.guardrailIdentifier());
		add(keyValues, HighCardinalityKeyNames.SERVICE_TIER, parameters.serviceTier());
		add(keyValues, HighCardinalityKeyNames.LATENCY_MODE, parameters.latencyMode());
		ResponseMetadata response = context.response();
		add(keyValues, HighCardinalityKeyNames.REQUEST_ID, (response != null) ? response.requestId() : null);
		return KeyValues.of(keyValues);
	}

	private static void add(List<KeyValue> keyValues, KeyName key, @Nullable String value) {
		if (value != null) {
			keyValues.add(key.withValue(value));
		}
	}

}
