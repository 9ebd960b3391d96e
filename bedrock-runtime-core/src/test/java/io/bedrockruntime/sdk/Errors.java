package io.bedrockruntime.sdk;

import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.sdk.BothClients.Outcome;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.StringUtils;

/**
 * Errors of the service as either client reports them.
 */
final class Errors {

	private Errors() {
	}

	static void compare(Case it, String shape, int status, Outcome ours, Outcome theirs, Differences differences) {
		ObjectNode expected = it.members().deepCopy();
		expected.put("class", shape)
			.put("code", shape)
			.put("status", status)
			.put("requestId", WireResponses.REQUEST_ID);
		differences.compareTrees(expected, ofOurs(ours.failure()), ofTheirs(theirs.failure()));
	}

	private static JsonNode ofOurs(Throwable failure) {
		if (!(failure instanceof BedrockRuntimeServiceException exception)) {
			throw new AssertionError("No error of the service", failure);
		}
		ServiceError error = exception.error();
		ObjectNode tree = JsonNodeFactory.instance.objectNode();
		tree.put("class", exception.getClass().getSimpleName());
		tree.put("code", exception.errorCode()).put("status", exception.statusCode());
		tree.put("requestId", exception.requestId()).put("message", exception.serviceMessage());
		tree.put("originalStatusCode", error.originalStatusCode()).put("originalMessage", error.originalMessage());
		tree.put("resourceName", error.resourceName());
		return withoutNulls(tree);
	}

	private static JsonNode ofTheirs(Throwable failure) {
		if (!(failure instanceof AwsServiceException exception)) {
			throw new AssertionError("No error of the service", failure);
		}
		ObjectNode tree = SdkShapes.tree((SdkPojo) exception);
		tree.put("class", exception.getClass().getSimpleName());
		// In a stream, the SDK uses the name of the union's member as the code.
		tree.put("code", StringUtils.capitalize(exception.awsErrorDetails().errorCode()));
		tree.put("status", exception.statusCode()).put("requestId", exception.requestId());
		tree.put("message", exception.awsErrorDetails().errorMessage());
		return withoutNulls(tree);
	}

	private static JsonNode withoutNulls(ObjectNode tree) {
		tree.properties().removeIf((member) -> member.getValue().isNull());
		return tree;
	}

}
