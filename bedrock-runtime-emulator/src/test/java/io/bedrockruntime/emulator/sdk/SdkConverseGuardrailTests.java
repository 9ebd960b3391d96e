package io.bedrockruntime.emulator.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.internal.format.ConverseStreamEvents;
import io.bedrockruntime.emulator.internal.guardrail.ConverseGuardrail;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailRegistry;
import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.model.CompletionBuilder;
import io.bedrockruntime.emulator.internal.model.Usage;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import io.bedrockruntime.emulator.testing.ContractCheck;
import io.bedrockruntime.emulator.testing.SdkClients;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailConverseContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailConverseContentQualifier;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailStreamProcessingMode;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailTrace;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailTraceAssessment;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SdkConverseGuardrailTests {

	private static final String LONG_ANSWER = "one two three four five six seven eight nine Rivaltech eleven twelve "
			+ "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";

	private static final EmulatedGuardrail GUARDRAIL = EmulatedGuardrail.builder("gr1")
		.blockedMessages("No such question.", "No such answer.")
		.blockedWords("Rivaltech")
		.anonymize(GuardrailPiiEntityType.EMAIL)
		.grounding(0.5)
		.build();

	private static BedrockRuntimeEmulator emulator;

	private static BedrockRuntimeClient client;

	private static BedrockRuntimeAsyncClient asyncClient;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).guardrail(GUARDRAIL).start();
		client = SdkClients.checked(emulator);
		asyncClient = SdkClients.async(emulator);
	}

	@AfterAll
	static void stop() {
		client.close();
		asyncClient.close();
		emulator.close();
	}

	@Test
	void whenInputIsBlockedThenTheModelIsNotAsked() {
		ConverseResponse response = converse(GuardrailTrace.ENABLED, ContentBlock.fromText("Is rivaltech better?"));
		assertThat(text(response)).isEqualTo("No such question.");
		assertThat(response.stopReason()).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
		assertThat(response.usage().totalTokens()).isZero();
		GuardrailTraceAssessment trace = response.trace().guardrail();
		assertThat(trace.actionReason()).isEqualTo("Guardrail blocked.");
		assertThat(trace.inputAssessment().get("gr1").wordPolicy().customWords().get(0).match()).isEqualTo("rivaltech");
		assertThat(trace.outputAssessments()).isEmpty();
	}

	@Test
	void whenOutputIsBlockedThenTheMessageStandsAndTheTraceReportsWhatWasSaid() {
		emulator.script().text(LONG_ANSWER);
		ConverseResponse response = converse(GuardrailTrace.ENABLED, ContentBlock.fromText("Who?"));
		assertThat(text(response)).isEqualTo("No such answer.");
		assertThat(response.stopReason()).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
		assertThat(response.usage().outputTokens()).isEqualTo(Tokens.count(LONG_ANSWER));
		GuardrailTraceAssessment trace = response.trace().guardrail();
		assertThat(trace.modelOutput()).containsExactly(LONG_ANSWER);
		assertThat(trace.inputAssessment().get("gr1").wordPolicy()).isNull();
		assertThat(trace.outputAssessments().get("gr1").get(0).wordPolicy().customWords()).hasSize(1);
	}

	@Test
	void whenTraceIsNotAskedForThenThereIsNone() {
		assertThat(converse(null, ContentBlock.fromText("Rivaltech")).trace()).isNull();
		assertThat(converse(GuardrailTrace.DISABLED, ContentBlock.fromText("Hi")).trace()).isNull();
	}

	@Test
	void whenTraceIsFullThenItReportsWhatWasNotFound() {
		var entities = converse(GuardrailTrace.ENABLED_FULL, ContentBlock.fromText("Hi")).trace()
			.guardrail()
			.inputAssessment()
			.get("gr1")
			.sensitiveInformationPolicy()
			.piiEntities();
		assertThat(entities).singleElement().satisfies((entity) -> assertThat(entity.detected()).isFalse());
	}

	@Test
	void whenInputIsMaskedThenTheModelSeesTheMask() {
		ConverseResponse response = converse(GuardrailTrace.ENABLED, ContentBlock.fromText("Write to ada@example.org"));
		assertThat(text(response)).contains("> Write to {EMAIL}").doesNotContain("ada@");
		assertThat(response.stopReason()).isEqualTo(StopReason.END_TURN);
		assertThat(response.trace().guardrail().actionReason()).isEqualTo("Guardrail masked.");
	}

	@Test
	void whenOutputIsMaskedThenTheGuardrailIntervened() {
		emulator.script().text("It is ada@example.org.");
		ConverseResponse response = converse(GuardrailTrace.ENABLED, ContentBlock.fromText("Hi"));
		assertThat(text(response)).isEqualTo("It is {EMAIL}.");
		assertThat(response.stopReason()).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
	}

	@Test
	void whenContentIsMarkedThenOnlyThatIsLookedAt() {
		ConverseResponse response = converse(GuardrailTrace.ENABLED, ContentBlock.fromText("Rivaltech is a word"),
				guarded("harmless"));
		assertThat(response.stopReason()).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
		// The model repeats the question: the question is admitted, its echo is not.
		GuardrailTraceAssessment trace = response.trace().guardrail();
		assertThat(trace.inputAssessment().get("gr1").wordPolicy()).isNull();
		assertThat(trace.inputAssessment().get("gr1").invocationMetrics().guardrailCoverage().textCharacters().total())
			.isEqualTo(8);
		assertThat(trace.modelOutput()).isNotEmpty();
	}

	@Test
	void whenResponseIsNotInTheSourceThenItIsBlocked() {
		ContentBlock source = guarded("The museum opens at nine", GuardrailConverseContentQualifier.GROUNDING_SOURCE,
				GuardrailConverseContentQualifier.GUARD_CONTENT);
		emulator.script().text("museum opens nine").text("penguins everywhere");
		assertThat(converse(null, source).stopReason()).isEqualTo(StopReason.END_TURN);
		assertThat(text(converse(null, source))).isEqualTo("No such answer.");
	}

	@Test
	void whenOnlyReferencesAreMarkedThenEverythingSaidIsLookedAt() {
		ContentBlock source = guarded("The museum opens at nine", GuardrailConverseContentQualifier.GROUNDING_SOURCE);
		ConverseResponse response = converse(GuardrailTrace.ENABLED, source, ContentBlock.fromText("And Rivaltech?"));
		assertThat(text(response)).isEqualTo("No such question.");
		ContentBlock query = guarded("Who is Rivaltech?", GuardrailConverseContentQualifier.QUERY);
		assertThat(text(converse(GuardrailTrace.ENABLED, source, query))).isEqualTo("No such question.");
		emulator.script().text("museum nine");
		assertThat(converse(GuardrailTrace.ENABLED, source, query, guarded("Who?")).stopReason())
			.isEqualTo(StopReason.END_TURN);
	}

	@Test
	void whenStreamIsBlockedHalfWayThenWhatWasHarmlessHasLeft() throws Exception {
		String harmless = "calm sea and prosperous voyage ".repeat(60);
		emulator.script().text(harmless + "bob@example.org knows Rivaltech.");
		List<ConverseStreamOutput> events = stream(GuardrailStreamProcessingMode.SYNC, "Who?");
		assertThat(text(events)).startsWith("calm sea").endsWith("No such answer.").doesNotContain("Rivaltech");
		assertThat(harmless).startsWith(text(events).replace("No such answer.", ""));
		assertThat(text(events).length()).isGreaterThan(500);
		assertThat(stopReason(events)).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
	}

	@Test
	void whenStreamIsAsynchronousThenTheTraceDoesNotSpeakOfAMask() throws Exception {
		emulator.script().text("It is ada@example.org.");
		List<ConverseStreamOutput> events = stream(GuardrailStreamProcessingMode.ASYNC, "Who?");
		ConverseStreamMetadataEvent metadata = (ConverseStreamMetadataEvent) events.get(events.size() - 1);
		assertThat(metadata.trace().guardrail().actionReason()).isEqualTo("No action.");
		assertThat(metadata.trace()
			.guardrail()
			.outputAssessments()
			.get("gr1")
			.get(0)
			.sensitiveInformationPolicy()
			.piiEntities()).singleElement().satisfies((entity) -> {
				assertThat(entity.actionAsString()).isEqualTo("NONE");
				assertThat(entity.detected()).isTrue();
			});
	}

	@Test
	void whenResponseIsOnlyOfNoRelevanceThenAllOfTheStreamLeavesFirst() {
		EmulatedGuardrail relevance = EmulatedGuardrail.builder("gr1")
			.blockedMessages("No such question.", "No such answer.")
			.relevance(0.5)
			.build();
		ObjectNode request = (ObjectNode) Json.read("""
				{"messages":[{"role":"user","content":[{"guardContent":{"text":{"text":"When does the museum open?",
				"qualifiers":["query"]}}}]}],
				"guardrailConfig":{"guardrailIdentifier":"gr1","guardrailVersion":"DRAFT"}}""");
		for (boolean stream : List.of(true, false)) {
			ConverseGuardrail guardrail = ConverseGuardrail.of(request,
					new GuardrailRegistry(List.of(relevance.definition()), "us-east-1"));
			assertThat(guardrail.admit(request)).isNotNull();
			Completion answer = guardrail.release(new CompletionBuilder(100, List.of()).text("Penguins swim.")
				.build(new Usage(1, 0, -1, -1), 1, Json.object()), stream);
			assertThat(answer.text()).isEqualTo(stream ? "Penguins swim." : "No such answer.");
			assertThat(answer.stopReason()).isEqualTo("guardrail_intervened");
		}
	}

	@Test
	void whenGuardrailIsUnknownThenValidationFails() {
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> client.converse(request(ContentBlock.fromText("a")).toBuilder()
				.guardrailConfig((config) -> config.guardrailIdentifier("gr2").guardrailVersion("DRAFT"))
				.build()))
			.withMessageContaining("does not exist");
	}

	@Test
	void whenStreamIsSynchronousThenNothingBlockedLeaves() throws Exception {
		emulator.script().text(LONG_ANSWER);
		List<ConverseStreamOutput> events = stream(GuardrailStreamProcessingMode.SYNC, "Who?");
		assertThat(text(events)).isEqualTo("No such answer.");
		assertThat(stopReason(events)).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
		ConverseStreamMetadataEvent metadata = (ConverseStreamMetadataEvent) events.get(events.size() - 1);
		assertThat(metadata.trace().guardrail().modelOutput()).containsExactly(LONG_ANSWER);
		assertThat(metadata.trace().guardrail().actionReason()).isEqualTo("Guardrail blocked.");
		emulator.script().text("It is ada@example.org.");
		assertThat(text(stream(null, "Who?"))).isEqualTo("It is {EMAIL}.");
	}

	@Test
	void whenStreamIsAsynchronousThenItStopsSoonAfter() throws Exception {
		emulator.script().text(LONG_ANSWER);
		List<ConverseStreamOutput> events = stream(GuardrailStreamProcessingMode.ASYNC, "Who?");
		assertThat(text(events)).startsWith("one two").contains("Rivaltech").doesNotContain("twenty");
		assertThat(LONG_ANSWER).startsWith(text(events));
		assertThat(stopReason(events)).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
		emulator.script().text("It is ada@example.org.");
		events = stream(GuardrailStreamProcessingMode.ASYNC, "Who?");
		assertThat(text(events)).isEqualTo("It is ada@example.org.");
		assertThat(stopReason(events)).isEqualTo(StopReason.END_TURN);
	}

	@Test
	void whenInputOfAStreamIsBlockedThenTheMessageIsStreamed() throws Exception {
		List<ConverseStreamOutput> events = stream(GuardrailStreamProcessingMode.ASYNC, "Rivaltech?");
		assertThat(text(events)).isEqualTo("No such question.");
		assertThat(stopReason(events)).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
	}

	@Test
	void shouldFitTheContractInAStreamsMetadata() {
		ObjectNode request = (ObjectNode) Json.read("""
				{"messages":[{"role":"user","content":[{"text":"Mail ada@example.org"}]}],
				"guardrailConfig":{"guardrailIdentifier":"gr1","guardrailVersion":"DRAFT","trace":"enabled_full"}}""");
		ConverseGuardrail guardrail = ConverseGuardrail.of(request,
				new GuardrailRegistry(List.of(GUARDRAIL.definition()), "us-east-1"));
		assertThat(guardrail.admit(request)).isNotNull();
		Completion answer = new CompletionBuilder(100, List.of()).text("Rivaltech and bob@example.org")
			.build(new Usage(1, 0, -1, -1), 1, Json.object());
		List<StreamEvent> events = ConverseStreamEvents.of(guardrail.release(answer, true), null);
		ObjectNode metadata = events.get(events.size() - 1).payload();
		assertThat(metadata.at("/trace/guardrail/outputAssessments/gr1/0/wordPolicy").isObject()).isTrue();
		assertThat(ContractCheck.violations("ConverseStreamMetadataEvent", metadata)).isEmpty();
	}

	private static ConverseResponse converse(GuardrailTrace trace, ContentBlock... content) {
		return client.converse(request(content).toBuilder()
			.guardrailConfig((config) -> config.guardrailIdentifier("gr1").guardrailVersion("DRAFT").trace(trace))
			.build());
	}

	private static ConverseRequest request(ContentBlock... content) {
		return ConverseRequest.builder()
			.modelId(SdkClients.MODEL)
			.messages(Message.builder().role(ConversationRole.USER).content(content).build())
			.build();
	}

	private static List<ConverseStreamOutput> stream(GuardrailStreamProcessingMode mode, String text) throws Exception {
		List<ConverseStreamOutput> events = new ArrayList<>();
		asyncClient
			.converseStream((request) -> request.modelId(SdkClients.MODEL)
				.messages(Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText(text)).build())
				.guardrailConfig((config) -> config.guardrailIdentifier("gr1")
					.guardrailVersion("DRAFT")
					.trace(GuardrailTrace.ENABLED)
					.streamProcessingMode(mode)),
					ConverseStreamResponseHandler.builder()
						.onEventStream((publisher) -> publisher.subscribe(events::add))
						.build())
			.get(20, TimeUnit.SECONDS);
		return events;
	}

	private static StopReason stopReason(List<ConverseStreamOutput> events) {
		return ((MessageStopEvent) events.get(events.size() - 2)).stopReason();
	}

	private static ContentBlock guarded(String text, GuardrailConverseContentQualifier... qualifiers) {
		return ContentBlock.fromGuardContent(
				GuardrailConverseContentBlock.fromText((block) -> block.text(text).qualifiers(qualifiers)));
	}

	private static String text(ConverseResponse response) {
		return response.output().message().content().get(0).text();
	}

	private static String text(List<ConverseStreamOutput> events) {
		StringBuilder text = new StringBuilder();
		for (ConverseStreamOutput event : events) {
			if (event instanceof ContentBlockDeltaEvent delta && delta.delta().text() != null) {
				text.append(delta.delta().text());
			}
		}
		return text.toString();
	}

}
