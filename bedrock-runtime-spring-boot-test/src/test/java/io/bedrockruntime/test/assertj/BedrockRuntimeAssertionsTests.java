package io.bedrockruntime.test.assertj;

import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolConfiguration;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.test.BedrockRuntimeEmulatorExtension;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.bedrockruntime.test.assertj.BedrockRuntimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests that each assertion passes when it should, and otherwise fails with the actual
 * value.
 */
class BedrockRuntimeAssertionsTests {

	private static final String MODEL = "eu.amazon.nova-2-lite-v1:0";

	@RegisterExtension
	static final BedrockRuntimeEmulatorExtension BEDROCK = new BedrockRuntimeEmulatorExtension(
			(emulator) -> emulator.guardrail(EmulatedGuardrail.builder("gr1").deniedTopic("Any", "stocks").build()),
			(client) -> client.requestDefaults(RequestDefaults.none().withModelId(MODEL)));

	@Test
	void whenCallHasAllPartsThenEachCanBeVerified(BedrockRuntimeEmulator emulator, BedrockRuntimeOperations bedrock) {
		bedrock.converse(ConverseRequest.builder(MODEL)
			.system("Short, please.")
			.user("First")
			.assistant("Answer")
			.user("Second")
			.toolConfig(ToolConfiguration.of(tool("get_weather"), tool("get_time")))
			.guardrailConfig(GuardrailConfiguration.of("gr1", "DRAFT"))
			.requestMetadata(Map.of("tenant", "t1"))
			.maxTokens(50)
			.build());
		ReceivedCallAssert call = assertThat(emulator).onlyCall()
			.hasOperation("Converse")
			.hasModelId(MODEL)
			.hasUserText("Second")
			.hasSystemText("Short, please.")
			.hasTools("get_time", "get_weather")
			.hasGuardrail("gr1", "DRAFT")
			.hasRequestMetadata("tenant", "t1")
			.hasHeader("content-type", "application/json")
			.hasNoHeader("X-Nothing")
			.hasMember("/inferenceConfig/maxTokens", 50)
			.hasNoMember("/outputConfig");
		call.userText().startsWith("Sec");
		call.systemText().contains("Short");
		fails(() -> call.hasOperation("ConverseStream"), "operation", "ConverseStream", "<Converse>");
		fails(() -> call.hasModelId("other"), "model", "other", MODEL);
		fails(() -> call.hasUserText("First"), "First", "Second");
		fails(() -> call.hasSystemText("Long"), "Long", "Short, please.");
		fails(() -> call.hasTools(), "tools", "get_weather");
		fails(() -> call.hasGuardrail("gr2"), "gr2", "gr1");
		fails(() -> call.hasGuardrail("gr1", "1"), "guardrail version", "DRAFT");
		fails(() -> call.hasNoGuardrail(), "guardrail", "none", "gr1");
		fails(() -> call.hasRequestMetadata("tenant", "t2"), "tenant", "t1");
		fails(() -> call.hasRequestMetadata("user", "t2"), "user", "none");
		fails(() -> call.hasHeader("content-type", "text/plain"), "application/json");
		fails(() -> call.hasNoHeader("Content-Type"), "application/json");
		fails(() -> call.hasMember("/inferenceConfig/maxTokens", 51), "51", "50");
		fails(() -> call.hasNoMember("/inferenceConfig"), "maxTokens");
	}

	@Test
	void whenCallHasNoPartsThenThatCanBeVerified(BedrockRuntimeEmulator emulator, BedrockRuntimeOperations bedrock) {
		bedrock.converse("Why?");
		assertThat(emulator).onlyCall().hasTools().hasNoGuardrail().hasSystemText("");
		bedrock.applyGuardrail(ApplyGuardrailRequest.of("gr1", "DRAFT", GuardrailContentSource.INPUT,
				GuardrailContentBlock.text("Hello")));
		assertThat(emulator).lastCall().hasOperation("ApplyGuardrail").hasGuardrail("gr1", "DRAFT").hasUserText("");
	}

	@Test
	void whenValuesHaveDifferentTypesThenTheyAreEqual(BedrockRuntimeEmulator emulator,
			BedrockRuntimeOperations bedrock) {
		bedrock.converse(ConverseRequest.builder(MODEL).user("Why?").temperature(0f).maxTokens(50).build());
		Map<String, Object> reversed = new LinkedHashMap<>();
		reversed.put("temperature", 0);
		reversed.put("maxTokens", 50.0);
		ReceivedCallAssert call = assertThat(emulator).onlyCall()
			.hasMember("/inferenceConfig/temperature", 0)
			.hasMember("/inferenceConfig", reversed);
		fails(() -> call.hasMember("/inferenceConfig/temperature", 1), "temperature", "<1>", "0");
	}

	@Test
	void whenOperationHasPartsOutsideBodyThenTheyAreFound(BedrockRuntimeEmulator emulator,
			BedrockRuntimeOperations bedrock) {
		bedrock.invokeModel((request) -> request.modelId("amazon.titan-embed-text-v2:0")
			.body("{\"inputText\":\"Hello\"}")
			.requestMetadata("{\"tenant\":\"t1\"}"));
		assertThat(emulator).lastCall().hasRequestMetadata("tenant", "t1");
		String arn = "arn:aws:bedrock:us-east-1:111122223333:guardrail/gr1";
		catchThrowable(() -> bedrock.applyGuardrail(ApplyGuardrailRequest.of(arn, "DRAFT", GuardrailContentSource.INPUT,
				GuardrailContentBlock.text("Hello"))));
		assertThat(emulator).lastCall().hasGuardrail(arn, "DRAFT");
	}

	@Test
	void whenThereAreSeveralCallsThenTheyCanBeCountedAndSelected(BedrockRuntimeEmulator emulator,
			BedrockRuntimeOperations bedrock) {
		fails(() -> assertThat(emulator).firstCall(), "position 0", "none");
		fails(() -> assertThat(emulator).received("Converse"), "Converse", "none");
		bedrock.converse("One");
		bedrock.converse("Two");
		assertThat(emulator).received(2)
			.received("Converse")
			.received("Converse", 2)
			.received((call) -> call.hasUserText("Two"))
			.allCalls((call) -> call.hasModelId(MODEL));
		assertThat(emulator).firstCall().hasUserText("One");
		assertThat(emulator).call(1).hasUserText("Two");
		fails(() -> assertThat(emulator).receivedNothing(), "0 calls", "2", "Converse " + MODEL);
		fails(() -> assertThat(emulator).received("Converse", 1), "1 calls of Converse", "2");
		fails(() -> assertThat(emulator).onlyCall(), "1 calls", "2");
		fails(() -> assertThat(emulator).call(2), "position 2");
		fails(() -> assertThat(emulator).received((call) -> call.hasUserText("Three")), "Three");
		fails(() -> assertThat(emulator).allCalls((call) -> call.hasUserText("One")), "One");
	}

	@Test
	void whenScriptHasUnusedEntriesThenAssertionFails(BedrockRuntimeEmulator emulator,
			BedrockRuntimeOperations bedrock) {
		emulator.script().text("Hello");
		fails(() -> assertThat(emulator).hasScriptUsedUp(), "1 entries");
		bedrock.converse("Why?");
		assertThat(emulator).hasScriptUsedUp();
	}

	@Test
	void whenClientCancelsThenAssertionWaitsForIt(BedrockRuntimeEmulator emulator,
			ReactiveBedrockRuntimeOperations bedrock) {
		emulator.script().fault(new Fault.SilenceAfterEvents(2, Fault.FOREVER));
		bedrock.converseStream("Why?").take(1).blockLast();
		assertThat(emulator).wasCancelled(1);
	}

	private static Tool tool(String name) {
		return Tool.toolSpec(ToolSpecification.of(name, ToolInputSchema
			.json(io.bedrockruntime.json.BedrockRuntimeJson.mapper().readTree("{\"type\":\"object\"}"))));
	}

	private static void fails(ThrowingCallable assertion, String... words) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
			.satisfies((error) -> org.assertj.core.api.Assertions.assertThat(error.getMessage()).contains(words));
	}

}
