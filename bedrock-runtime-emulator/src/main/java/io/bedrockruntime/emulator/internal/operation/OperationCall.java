package io.bedrockruntime.emulator.internal.operation;

import java.util.Map;

import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.record.RecordedRequest;

/**
 * Request with its matched operation.
 *
 * @param operation the operation
 * @param labels the labels of its path by member name
 * @param request the request
 */
public record OperationCall(ServiceModel.Operation operation, Map<String, String> labels, RecordedRequest request) {

	ModelId modelId() {
		return ModelId.parse(this.labels.getOrDefault("modelId", ""));
	}

}
