package io.bedrockruntime.internal.operation;

import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.internal.exception.ServiceExceptionTranslator;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse;
import io.bedrockruntime.model.invoke.PerformanceConfigLatency;
import io.bedrockruntime.model.invoke.ServiceTierType;
import org.jspecify.annotations.Nullable;

/**
 * Reader of responses, according to the HTTP bindings of the service.
 */
public final class ResponseUnmarshaller {

	private static final String LATENCY = "x-amzn-bedrock-performanceconfig-latency";

	private static final String SERVICE_TIER = "x-amzn-bedrock-service-tier";

	private ResponseUnmarshaller() {
	}

	public static InvokeModelResponse invokeModel(byte[] body, ResponseMetadata metadata) {
		return new InvokeModelResponse(Blob.wrap(body), orEmpty(metadata.header("content-type")), latency(metadata),
				serviceTier(metadata), metadata);
	}

	public static InvokeModelWithResponseStreamResponse invokeModelWithResponseStream(ResponseMetadata metadata) {
		return new InvokeModelWithResponseStreamResponse(orEmpty(metadata.header("x-amzn-bedrock-content-type")),
				latency(metadata), serviceTier(metadata), metadata);
	}

	private static @Nullable PerformanceConfigLatency latency(ResponseMetadata metadata) {
		String value = metadata.header(LATENCY);
		return (value != null) ? PerformanceConfigLatency.of(value) : null;
	}

	private static @Nullable ServiceTierType serviceTier(ResponseMetadata metadata) {
		String value = metadata.header(SERVICE_TIER);
		return (value != null) ? ServiceTierType.of(value) : null;
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * Read a response whose members are all in the JSON body.
	 */
	public static <O> O read(String operation, Class<O> type, byte[] body, ResponseMetadata metadata) {
		BedrockRuntimeException error = ServiceExceptionTranslator.inResponse(operation, metadata, body);
		if (error != null) {
			throw error;
		}
		O response = BedrockRuntimeJson.mapper().readValue(body, type);
		if (response == null) {
			throw new InvalidResponseException(operation + " failed: the response is null", null);
		}
		return response;
	}

}
