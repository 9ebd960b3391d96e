package io.bedrockruntime.sdk;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.model.Contract;
import io.bedrockruntime.sdk.BothClients.Outcome;
import io.bedrockruntime.sdk.RecordingServer.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the exceptions of this client and the AWS SDK for the same errors: every error
 * of every operation with each of its members.
 */
@Tag("exhaustive")
class SdkErrorTests extends ComparisonWithSdk {

	private static final int FORMS = 5;

	@ParameterizedTest
	@CsvSource({ "ApplyGuardrail, 49", "Converse, 67", "ConverseStream, 67", "CountTokens, 44", "GetAsyncInvoke, 34",
			"InvokeGuardrailChecks, 39", "InvokeModel, 72", "InvokeModelWithBidirectionalStream, 77",
			"InvokeModelWithResponseStream, 77", "ListAsyncInvokes, 34", "StartAsyncInvoke, 54" })
	void everyErrorIsReadTheSame(String operation, int atLeast) {
		Differences differences = new Differences();
		CaseGenerator generator = CaseGenerator.ofResponses();
		ObjectNode request = generator.minimal(input(operation));
		Object ours = OurShapes.structure(input(operation), request);
		Object theirs = SdkShapes.structure(input(operation), request);
		Contract.operation(operation).get("errors").forEach((error) -> {
			String shape = error.stringValue();
			int status = Contract.shape(shape).get("httpError").intValue();
			// Each way to name an error once, and then in turn.
			List<Case> cases = generator.of(shape);
			for (int i = 0; i < Math.max(cases.size(), FORMS); i++) {
				Case plain = cases.get(i % cases.size());
				Form form = forms(shape, status, plain).get(i % FORMS);
				differences.of(new Case(plain.name() + form.name(), plain.members()), (it) -> {
					server.respond(form.response());
					Outcome our = clients.ours(operation, ours);
					Outcome their = clients.theirs(operation, theirs);
					server.forget();
					Errors.compare(it, shape, status, our, their, differences);
				});
			}
		});
		differences.assertNone();
		assertThat(differences.cases()).isGreaterThanOrEqualTo(atLeast);
	}

	private static List<Form> forms(String shape, int status, Case error) {
		List<Form> forms = new ArrayList<>();
		String link = ":http://internal.amazon.com/coral/com.amazon.bedrock/";
		forms.add(new Form(" in a header", WireResponses.error(status, shape, error.members())));
		forms.add(new Form(" in a header with a link", WireResponses.error(status, shape + link, error.members())));
		forms.add(new Form(" in __type", inBody(status, "__type", shape, error.members())));
		forms.add(new Form(" in __type with a namespace",
				inBody(status, "__type", "com.amazon.bedrock#" + shape, error.members())));
		forms.add(new Form(" in code", inBody(status, "code", shape, error.members())));
		return forms;
	}

	private static Response inBody(int status, String member, String name, JsonNode error) {
		return WireResponses.error(status, null, ((ObjectNode) error.deepCopy()).put(member, name));
	}

	private record Form(String name, Response response) {
	}

}
