package io.bedrockruntime.sdk;

import java.util.List;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.sdk.BothClients.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the responses that this client and the AWS SDK read from the same bytes, for
 * every operation, member, variant and value of the contract: they are equal, and equal
 * the sent values.
 */
@Tag("exhaustive")
class SdkResponseTests extends ComparisonWithSdk {

	@ParameterizedTest
	@CsvSource({ "ApplyGuardrail, 447", "Converse, 1087", "ConverseStream, 8", "CountTokens, 11", "GetAsyncInvoke, 44",
			"InvokeGuardrailChecks, 95", "InvokeModel, 27", "InvokeModelWithBidirectionalStream, 1",
			"InvokeModelWithResponseStream, 20", "ListAsyncInvokes, 48", "StartAsyncInvoke, 19" })
	void everyResponseIsReadTheSame(String operation, int atLeast) {
		Differences differences = new Differences();
		CaseGenerator generator = CaseGenerator.ofResponses();
		ObjectNode request = generator.minimal(input(operation));
		Object ours = OurShapes.structure(input(operation), request);
		Object theirs = SdkShapes.structure(input(operation), request);
		List<Case> cases = generator.of(output(operation));
		cases.forEach((each) -> differences.of(each, (it) -> {
			server.respond(WireResponses.of(operation, it.members()));
			if (BothClients.isStream(operation)) {
				server.respond(
						WireResponses.stream(operation, it.members(), WireResponses.plainEvents(operation, generator)));
			}
			Outcome our = clients.ours(operation, ours);
			Outcome their = clients.theirs(operation, theirs);
			server.forget();
			differences.compareTrees(it.members(), OurShapes.tree(our.success()),
					SdkShapes.tree((SdkPojo) their.success()));
			differences.compare("request id", metadata(our).requestId(),
					((BedrockRuntimeResponse) their.success()).responseMetadata().requestId());
		}));
		differences.assertNone();
		assertThat(differences.cases()).isGreaterThanOrEqualTo(atLeast);
	}

	// Intended differences

	@Test
	void whenDocumentIsNullThenItIsAbsentToUs() {
		ObjectNode members = CaseGenerator.ofResponses()
			.minimal("ConverseResponse")
			.putNull("additionalModelResponseFields");
		server.respond(WireResponses.of("Converse", members));
		ConverseResponse ours = (ConverseResponse) ours("Converse");
		SdkPojo theirs = theirs("Converse");
		assertThat(ours.additionalModelResponseFields()).isNull();
		assertThat(SdkShapes.tree(theirs).get("additionalModelResponseFields").isNull()).isTrue();
	}

	@Test
	void whenRequiredMembersAreMissingThenOursHaveTheirZero() {
		server.respond(WireResponses.of("CountTokens", JsonNodeFactory.instance.objectNode()));
		assertThat(OurShapes.tree(ours("CountTokens")).get("inputTokens").intValue()).isZero();
		assertThat(SdkShapes.tree(theirs("CountTokens")).propertyNames()).isEmpty();
	}

	@Test
	void whenVariantIsNewThenOursKeepIt() {
		ObjectNode members = CaseGenerator.ofResponses().minimal("ConverseResponse");
		ObjectNode hologram = JsonNodeFactory.instance.objectNode();
		hologram.putObject("hologram").put("light", 1).putNull("nothing");
		members.putObject("output").putObject("message").put("role", "assistant").putArray("content").add(hologram);
		server.respond(WireResponses.of("Converse", members));
		ConverseResponse ours = (ConverseResponse) ours("Converse");
		JsonNode theirs = SdkShapes.tree(theirs("Converse"));
		assertThat(ours.message().content()).singleElement().isInstanceOf(ContentBlock.Unknown.class);
		assertThat(BedrockRuntimeJson.mapper().writeValueAsString(ours.message().content()))
			.isEqualTo("[" + hologram + "]");
		assertThat(theirs.at("/output/message/content/0").propertyNames()).isEmpty();
	}

	private static Object ours(String operation) {
		ObjectNode request = CaseGenerator.ofRequests().minimal(input(operation));
		return clients.ours(operation, OurShapes.structure(input(operation), request)).success();
	}

	private static SdkPojo theirs(String operation) {
		ObjectNode request = CaseGenerator.ofRequests().minimal(input(operation));
		return (SdkPojo) clients.theirs(operation, SdkShapes.structure(input(operation), request)).success();
	}

	private static ResponseMetadata metadata(Outcome outcome) {
		try {
			return (ResponseMetadata) outcome.success()
				.getClass()
				.getMethod("responseMetadata")
				.invoke(outcome.success());
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

}
