package io.bedrockruntime.observation;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;

import io.bedrockruntime.internal.operation.Operation;
import io.bedrockruntime.internal.operation.Operations;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultBedrockRuntimeObservationConventionTests {

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static BedrockRuntimeObservationContext context(String operation, String model) {
		ObservedOperation observed = Operations.ALL.stream()
			.map(Operation::observed)
			.filter((candidate) -> candidate.name().equals(operation))
			.findFirst()
			.orElse(new ObservedOperation(operation, false, true, null));
		return new BedrockRuntimeObservationContext(observed, model, REQUEST, "eu-central-1",
				URI.create("https://bedrock-runtime.eu-central-1.amazonaws.com"));
	}

	@ParameterizedTest
	@CsvSource({ "Converse, amazon.titan-embed-text-v2:0, chat", "InvokeModel, anthropic.claude-3, chat",
			"InvokeModel, amazon.titan-text-lite-v1, text_completion",
			"InvokeModelWithResponseStream, amazon.titan-text-express-v1, text_completion",
			"InvokeModel, cohere.embed-v4:0, embeddings", "InvokeModel, amazon.nova-canvas-v1:0, generate_content",
			"InvokeModel, us.stability.stable-image-core-v1:1, generate_content", "InvokeModel, , chat",
			"InvokeGuardrailChecks, , invoke_guardrail_checks", "SomethingNew, , chat" })
	void shouldNameOperation(String operation, String model, String name) {
		assertThat(new DefaultBedrockRuntimeObservationConvention().operationName(context(operation, model)).getValue())
			.isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "amazon.nova-lite-v1:0, amazon.nova-lite-v1:0",
			"arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123, team-a",
			"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0, nova",
			"arn:aws:bedrock:us-east-1:123456789012:prompt/PROMPT:3, PROMPT:3",
			"arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3, anthropic.claude-3", "arn:aws:x/, none",
			"'  ', none", ", none" })
	void shouldShortenModelNamesInMetrics(String model, String name) {
		ModelNames names = new ModelNames(Map.of("us.amazon.nova-lite-v1:0", "nova",
				"arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123", "team-a"));
		assertThat(names.of(model)).isEqualTo(name);
	}

	@Test
	void whenOperationHasNoModelThenNameHasNone() {
		BedrockRuntimeObservationContext context = context("ListAsyncInvokes", null);
		assertThat(new DefaultBedrockRuntimeObservationConvention().getContextualName(context))
			.isEqualTo("list_async_invokes");
		assertThat(context.getKind()).isEqualTo(Kind.CLIENT);
		assertThat(context.getRemoteServiceName()).isEqualTo("bedrock-runtime");
		assertThat(context.getCarrier()).isSameAs(context);
	}

	@Test
	void shouldDocumentAllKeys() {
		BedrockRuntimeObservationContext context = context("Converse", "model");
		DefaultBedrockRuntimeObservationConvention convention = new DefaultBedrockRuntimeObservationConvention();
		assertThat(convention.getLowCardinalityKeyValues(context).stream().map((entry) -> entry.getKey()))
			.containsExactlyInAnyOrder(
					Arrays.stream(BedrockRuntimeObservationDocumentation.CALL.getLowCardinalityKeyNames())
						.map((key) -> key.asString())
						.toArray(String[]::new));
		assertThat(BedrockRuntimeObservationDocumentation.CALL.getDefaultConvention())
			.isEqualTo(DefaultBedrockRuntimeObservationConvention.class);
		assertThat(convention.supportsContext(context)).isTrue();
		assertThat(convention.supportsContext(new Observation.Context())).isFalse();
	}

}
