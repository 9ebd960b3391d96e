package io.bedrockruntime.emulator;

import java.util.List;

/**
 * GetAsyncInvoke.
 */
final class GetAsyncInvokeOperation implements OperationHandler {

	private final AsyncInvocations invocations;

	GetAsyncInvokeOperation(AsyncInvocations invocations) {
		this.invocations = invocations;
	}

	@Override
	public WireResponse answer(OperationCall call) {
		String arn = call.labels().getOrDefault("invocationArn", "");
		for (AsyncInvocation invocation : this.invocations.all()) {
			if (invocation.arn().equals(arn) || invocation.id().equals(arn)) {
				return WireResponse.unary(200, List.of(StreamResponses.JSON), Json.bytes(invocation.toJson()));
			}
		}
		throw ServiceError.validation("There is no asynchronous invocation with the provided ARN.");
	}

}
