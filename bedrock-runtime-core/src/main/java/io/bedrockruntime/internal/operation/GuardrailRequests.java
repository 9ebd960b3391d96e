package io.bedrockruntime.internal.operation;

import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;

/**
 * Requests that assess content, bound to HTTP as the service's contract has it.
 */
public final class GuardrailRequests {

	private GuardrailRequests() {
	}

	public static PreparedRequest prepare(ApplyGuardrailRequest request) {
		return RequestPreparer.postJson("ApplyGuardrail",
				"/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply",
				"/guardrail/" + RequestPreparer.label(request.guardrailIdentifier()) + "/version/"
						+ RequestPreparer.label(request.guardrailVersion()) + "/apply",
				request);
	}

	public static PreparedRequest prepare(InvokeGuardrailChecksRequest request) {
		return RequestPreparer.postJson("InvokeGuardrailChecks", "/guardrail-checks/invoke", "/guardrail-checks/invoke",
				request);
	}

}
