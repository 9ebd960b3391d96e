package io.bedrockruntime.sdk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.bedrockruntime.model.Contract;
import io.bedrockruntime.sdk.RecordingServer.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the identifiers in the paths of this client and the AWS SDK, byte for byte.
 */
@Tag("slow")
class SdkLabelTests extends ComparisonWithSdk {

	private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:";

	private static final List<String> LABELS = List.of("anthropic.claude-3-haiku-20240307-v1:0",
			"eu.amazon.nova-lite-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1",
			ARN + "inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0",
			ARN + "application-inference-profile/abc123def456", ARN + "prompt/PROMPT1234:7",
			ARN + "provisioned-model/abc123def456", ARN + "imported-model/a1b2c3d4e5f6",
			ARN + "custom-model-deployment/abc123", ARN + "default-prompt-router/anthropic.claude:1",
			"arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:guardrail/gr1a2b3c4d5e",
			ARN + "async-invoke/abcd1234efgh", "arn:aws:sagemaker:us-east-1:123456789012:endpoint/my-endpoint", "DRAFT",
			"7", "a b", " a ", "a+b", "a%b", "a%2Fb", "\u00E9", "\u4F60\u597D", "\uD83D\uDE00", "a~b", "a*b", "!'()",
			"$&,;=@", "?#[]", "<>\"\\^`{|}", "a/b//c/", "..x", ".", "..", "a_b-c.d", "\t\n\u007F");

	static Stream<String> operations() {
		return BothClients.OPERATIONS.stream().filter((name) -> !labels(name).isEmpty()).sorted();
	}

	private static List<String> labels(String operation) {
		return Contract.members(input(operation))
			.entrySet()
			.stream()
			.filter((member) -> member.getValue().has("httpLabel"))
			.map(Map.Entry::getKey)
			.toList();
	}

	@Test
	void shouldKnowOperationsWithLabels() {
		assertThat(operations()).containsExactly("ApplyGuardrail", "Converse", "ConverseStream", "CountTokens",
				"GetAsyncInvoke", "InvokeModel", "InvokeModelWithBidirectionalStream", "InvokeModelWithResponseStream");
	}

	@ParameterizedTest
	@MethodSource("operations")
	void everyLabelIsTheSame(String operation) {
		Differences differences = new Differences();
		server.respond(WireResponses.plain(operation));
		List<String> labels = labels(operation);
		for (String label : labels) {
			for (String value : LABELS) {
				ObjectNode members = CaseGenerator.ofRequests().minimal(input(operation));
				labels.forEach((other) -> members.put(other, "other"));
				members.put(label, value);
				Case each = new Case(operation + "." + label + "=" + value, members);
				differences.of(each, (it) -> compare(operation, it, differences));
			}
		}
		differences.assertNone();
		assertThat(differences.cases()).isEqualTo(labels.size() * LABELS.size());
	}

	private static void compare(String operation, Case it, Differences differences) {
		clients.ours(operation, OurShapes.structure(input(operation), it.members())).success();
		Request ours = server.request();
		clients.theirs(operation, SdkShapes.structure(input(operation), it.members())).success();
		Request theirs = server.request();
		differences.compare("path", ours.uri(), theirs.uri());
		differences.compareWithContract("path", ours.uri(), expected(operation, it.members()));
	}

	private static String expected(String operation, JsonNode members) {
		String path = Contract.operation(operation).get("path").stringValue();
		for (String label : labels(operation)) {
			path = path.replace("{" + label + "}", encode(members.get(label).stringValue()));
		}
		return path;
	}

	private static String encode(String value) {
		StringBuilder encoded = new StringBuilder();
		for (byte next : value.getBytes(StandardCharsets.UTF_8)) {
			boolean unreserved = next > 0 && (Character.isLetterOrDigit(next) || "-_.~".indexOf(next) >= 0);
			encoded.append(unreserved ? String.valueOf((char) next) : "%%%02X".formatted(next));
		}
		return encoded.toString();
	}

}
