package io.bedrockruntime.internal.operation;

import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;

/**
 * Requests that assess content, bound to HTTP as the service's contract has it.
 */
public final class GuardrailRequests {

	private GuardrailRequests() {
	}

	public static MarshalledRequest prepare(ApplyGuardrailRequest request) {
		return RequestMarshaller.postJson("ApplyGuardrail",
				"/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply",
				"/guardrail/" + RequestMarshaller.label(request.guardrailIdentifier()) + "/version/"
						+ RequestMarshaller.label(request.guardrailVersion()) + "/apply",
				request);
	}

	public static MarshalledRequest prepare(InvokeGuardrailChecksRequest request) {
		return RequestMarshaller.postJson("InvokeGuardrailChecks", "/guardrail-checks/invoke",
				"/guardrail-checks/invoke", request);
	}

}
