package io.bedrockruntime;

import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;

/**
 * Requests that assess content, bound to HTTP as the service's contract has it.
 */
final class GuardrailRequests {

	private GuardrailRequests() {
	}

	static PreparedRequest prepare(ApplyGuardrailRequest request) {
		return RequestPreparer.postJson("ApplyGuardrail",
				"/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply",
				"/guardrail/" + RequestPreparer.label(request.guardrailIdentifier()) + "/version/"
						+ RequestPreparer.label(request.guardrailVersion()) + "/apply",
				request);
	}

	static PreparedRequest prepare(InvokeGuardrailChecksRequest request) {
		return RequestPreparer.postJson("InvokeGuardrailChecks", "/guardrail-checks/invoke", "/guardrail-checks/invoke",
				request);
	}

}
