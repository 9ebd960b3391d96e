package io.bedrockruntime.emulator;

import java.util.Map;

/**
 * A request that has found its operation.
 *
 * @param operation the operation
 * @param labels the labels of its path by member name
 * @param request the request
 */
record OperationCall(Contract.Operation operation, Map<String, String> labels, RecordedRequest request) {

	ModelId modelId() {
		return ModelId.parse(this.labels.getOrDefault("modelId", ""));
	}

}
