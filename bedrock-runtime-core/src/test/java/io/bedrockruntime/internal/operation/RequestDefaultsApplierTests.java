package io.bedrockruntime.internal.operation;

import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamProcessingMode;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.Trace;
import io.bedrockruntime.settings.RequestDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestDefaultsApplier}.
 */
class RequestDefaultsApplierTests {

	private static final InferenceConfiguration INFERENCE = new InferenceConfiguration(400, 0.5f, 0.9f, List.of("END"));

	private static final GuardrailStreamConfiguration GUARDRAIL = new GuardrailStreamConfiguration("gr", "7",
			GuardrailTrace.ENABLED_FULL, GuardrailStreamProcessingMode.ASYNC);

	private final RequestDefaultsApplier applier = new RequestDefaultsApplier(
			new RequestDefaults("model", INFERENCE, GUARDRAIL));

	@Test
	void whenThereAreNoDefaultsThenRequestsAreUnchanged() {
		RequestDefaultsApplier none = new RequestDefaultsApplier(RequestDefaults.none());
		ConverseRequest converse = ConverseRequest.of("m", "text");
		ConverseStreamRequest stream = ConverseStreamRequest.of("m", "text");
		InvokeModelRequest invoke = InvokeModelRequest.builder("m").build();
		InvokeModelWithResponseStreamRequest invokeStream = InvokeModelWithResponseStreamRequest.builder("m").build();
		assertThat(none.applyTo(Operations.CONVERSE, converse)).isSameAs(converse);
		assertThat(none.applyTo(Operations.CONVERSE_STREAM, stream)).isSameAs(stream);
		assertThat(none.applyTo(Operations.INVOKE_MODEL, invoke)).isSameAs(invoke);
		assertThat(none.applyTo(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM, invokeStream)).isSameAs(invokeStream);
		none.modelId((modelId) -> {
			throw new AssertionError(modelId);
		});
	}

	@Test
	void whenRequestOmitsEverythingThenAllDefaultsApply() {
		ConverseRequest converse = this.applier.applyTo(Operations.CONVERSE, ConverseRequest.of("m", "text"));
		assertThat(converse.inferenceConfig()).isEqualTo(INFERENCE);
		assertThat(converse.guardrailConfig())
			.isEqualTo(new GuardrailConfiguration("gr", "7", GuardrailTrace.ENABLED_FULL));
		assertThat(converse.modelId()).isEqualTo("m");
		ConverseStreamRequest stream = this.applier.applyTo(Operations.CONVERSE_STREAM,
				ConverseStreamRequest.of("m", "text"));
		assertThat(stream.inferenceConfig()).isEqualTo(INFERENCE);
		assertThat(stream.guardrailConfig()).isEqualTo(GUARDRAIL);
		InvokeModelRequest invoke = this.applier.applyTo(Operations.INVOKE_MODEL,
				InvokeModelRequest.builder("m").build());
		assertThat(invoke).isEqualTo(InvokeModelRequest.builder("m")
			.guardrailIdentifier("gr")
			.guardrailVersion("7")
			.trace(Trace.ENABLED_FULL)
			.build());
		InvokeModelWithResponseStreamRequest invokeStream = this.applier.applyTo(
				Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM,
				InvokeModelWithResponseStreamRequest.builder("m").build());
		assertThat(invokeStream).isEqualTo(InvokeModelWithResponseStreamRequest.builder("m")
			.guardrailIdentifier("gr")
			.guardrailVersion("7")
			.trace(Trace.ENABLED_FULL)
			.build());
	}

	@Test
	void whenRequestSetsSomeInferenceParametersThenOnlyTheOthersAreFilled() {
		assertThat(filled(new InferenceConfiguration(1, null, null, null)))
			.isEqualTo(new InferenceConfiguration(1, 0.5f, 0.9f, List.of("END")));
		assertThat(filled(new InferenceConfiguration(null, 0f, null, null)))
			.isEqualTo(new InferenceConfiguration(400, 0f, 0.9f, List.of("END")));
		assertThat(filled(new InferenceConfiguration(null, null, 0f, null)))
			.isEqualTo(new InferenceConfiguration(400, 0.5f, 0f, List.of("END")));
		assertThat(filled(new InferenceConfiguration(null, null, null, List.of())))
			.isEqualTo(new InferenceConfiguration(400, 0.5f, 0.9f, List.of()));
		InferenceConfiguration whole = new InferenceConfiguration(1, 1f, 1f, List.of("a"));
		assertThat(filled(whole)).isSameAs(whole);
	}

	private InferenceConfiguration filled(InferenceConfiguration given) {
		ConverseRequest converse = this.applier.applyTo(Operations.CONVERSE,
				ConverseRequest.of("m", "text").toBuilder().inferenceConfig(given).build());
		ConverseStreamRequest stream = this.applier.applyTo(Operations.CONVERSE_STREAM,
				ConverseStreamRequest.of("m", "text").toBuilder().inferenceConfig(given).build());
		assertThat(stream.inferenceConfig()).isEqualTo(converse.inferenceConfig());
		return converse.inferenceConfig();
	}

	@Test
	void whenRequestNamesAGuardrailThenNothingOfTheDefaultIsMixedIn() {
		GuardrailConfiguration own = new GuardrailConfiguration("own", "1", null);
		assertThat(this.applier
			.applyTo(Operations.CONVERSE, ConverseRequest.of("m", "text").toBuilder().guardrailConfig(own).build())
			.guardrailConfig()).isSameAs(own);
		GuardrailStreamConfiguration ownStream = GuardrailStreamConfiguration.of("own", "1");
		assertThat(this.applier
			.applyTo(Operations.CONVERSE_STREAM,
					ConverseStreamRequest.of("m", "text").toBuilder().guardrailConfig(ownStream).build())
			.guardrailConfig()).isSameAs(ownStream);
		InvokeModelRequest invoke = InvokeModelRequest.builder("m").guardrailIdentifier("own").build();
		assertThat(this.applier.applyTo(Operations.INVOKE_MODEL, invoke)).isSameAs(invoke);
		InvokeModelWithResponseStreamRequest invokeStream = InvokeModelWithResponseStreamRequest.builder("m")
			.guardrailIdentifier("own")
			.build();
		assertThat(this.applier.applyTo(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM, invokeStream))
			.isSameAs(invokeStream);
	}

	@Test
	void whenRequestSetsItsTraceThenThatIsKept() {
		assertThat(this.applier
			.applyTo(Operations.INVOKE_MODEL, InvokeModelRequest.builder("m").trace(Trace.DISABLED).build())
			.trace()).isEqualTo(Trace.DISABLED);
		assertThat(this.applier
			.applyTo(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM,
					InvokeModelWithResponseStreamRequest.builder("m").trace(Trace.DISABLED).build())
			.trace()).isEqualTo(Trace.DISABLED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ",
			"arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:prompt/ABCDEFGHIJ:3" })
	void whenModelIsAPromptThenItGetsNoInferenceParameters(String modelId) {
		ConverseRequest converse = this.applier.applyTo(Operations.CONVERSE, ConverseRequest.builder(modelId).build());
		assertThat(converse.inferenceConfig()).isNull();
		assertThat(converse.guardrailConfig()).isNotNull();
		ConverseStreamRequest stream = this.applier.applyTo(Operations.CONVERSE_STREAM,
				ConverseStreamRequest.builder(modelId).build());
		assertThat(stream.inferenceConfig()).isNull();
		assertThat(stream.guardrailConfig()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "prompt", "arn:aws:bedrock:us-east-1:123456789012:inference-profile/prompt",
			"arn:aws:bedrock:us-east-1::foundation-model/a.prompt-v1:0" })
	void whenModelIsNotAPromptThenItGetsInferenceParameters(String modelId) {
		assertThat(this.applier.applyTo(Operations.CONVERSE, ConverseRequest.of(modelId, "text")).inferenceConfig())
			.isEqualTo(INFERENCE);
	}

	@Test
	void whenDefaultsAreAppliedThenAllElseIsUnchanged() {
		ConverseRequest request = ConverseRequest.builder("m")
			.user("text")
			.system("brief")
			.requestMetadata(Map.of("a", "b"))
			.build();
		ConverseRequest filled = this.applier.applyTo(Operations.CONVERSE, request);
		assertThat(filled.toBuilder().inferenceConfig(null).guardrailConfig(null).build()).isEqualTo(request);
	}

}
