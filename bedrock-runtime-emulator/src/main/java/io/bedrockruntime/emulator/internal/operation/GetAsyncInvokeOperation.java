package io.bedrockruntime.emulator.internal.operation;

import java.util.List;

import io.bedrockruntime.emulator.internal.async.AsyncInvocation;
import io.bedrockruntime.emulator.internal.async.AsyncInvocations;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.wire.WireResponse;

/**
 * Handler of GetAsyncInvoke.
 */
public final class GetAsyncInvokeOperation implements OperationHandler {

	private final AsyncInvocations invocations;

	public GetAsyncInvokeOperation(AsyncInvocations invocations) {
		this.invocations = invocations;
	}

	@Override
	public WireResponse handle(OperationCall call) {
		String arn = call.labels().getOrDefault("invocationArn", "");
		for (AsyncInvocation invocation : this.invocations.all()) {
			if (invocation.arn().equals(arn) || invocation.id().equals(arn)) {
				return WireResponse.unary(200, List.of(OperationResponses.JSON), Json.bytes(invocation.toJson()));
			}
		}
		throw ServiceErrorException.validation("There is no asynchronous invocation with the provided ARN.");
	}

}
