package io.bedrockruntime.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.PerformanceConfigLatency;
import io.bedrockruntime.model.invoke.ServiceTierType;
import io.bedrockruntime.model.invoke.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link HttpBinding}.
 */
class HttpBindingTests {

	private static <I> MarshalledRequest marshal(Operation<I> operation, I request) {
		return operation.marshal(request, null, null);
	}

	@ParameterizedTest
	@CsvSource({ "anthropic.claude-3-haiku-20240307-v1:0, anthropic.claude-3-haiku-20240307-v1%3A0",
			"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0,"
					+ "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.amazon.nova-lite-v1%3A0",
			"'a b', a%20b", "a+b, a%2Bb", "a%2Fb, a%252Fb", "-_.~, -_.~",
			"'!$&''()*,;=@?#[]', %21%24%26%27%28%29%2A%2C%3B%3D%40%3F%23%5B%5D", "gr\u00fc\u20ac, gr%C3%BC%E2%82%AC",
			"\uD83D\uDE00, %F0%9F%98%80", "../../x, ..%2F..%2Fx" })
	void whenLabelHasAnyCharactersThenItIsEncodedAsAwsDoes(String modelId, String label) {
		assertThat(marshal(Operations.CONVERSE, ConverseRequest.of(modelId, "text")).path())
			.isEqualTo("/model/" + label + "/converse");
		assertThat(marshal(Operations.CONVERSE_STREAM, ConverseStreamRequest.of(modelId, "text")).path())
			.isEqualTo("/model/" + label + "/converse-stream");
		assertThat(marshal(Operations.INVOKE_MODEL, InvokeModelRequest.builder(modelId).build()).path())
			.isEqualTo("/model/" + label + "/invoke");
		assertThat(marshal(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM,
				InvokeModelWithResponseStreamRequest.builder(modelId).build())
			.path()).isEqualTo("/model/" + label + "/invoke-with-response-stream");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void whenModelIsMissingThenNothingIsPrepared(String modelId) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConverseRequest.of(modelId, "text"));
		assertThatIllegalArgumentException().isThrownBy(() -> InvokeModelRequest.builder(modelId).build());
	}

	@Test
	void whenMembersAreBoundToHeadersThenEachIsInItsOwn() {
		MarshalledRequest invoke = marshal(Operations.INVOKE_MODEL,
				InvokeModelRequest.builder("m")
					.body("body")
					.contentType("text/plain")
					.accept("image/png")
					.trace(Trace.ENABLED_FULL)
					.guardrailIdentifier("gr")
					.guardrailVersion("7")
					.performanceConfigLatency(PerformanceConfigLatency.OPTIMIZED)
					.serviceTier(ServiceTierType.FLEX)
					.requestMetadata("{\"a\":\"b\"}")
					.build());
		assertThat(invoke.signedHeaders()).isEqualTo(Map.of("content-type", "text/plain", "x-amzn-bedrock-trace",
				"ENABLED_FULL", "x-amzn-bedrock-guardrailidentifier", "gr", "x-amzn-bedrock-guardrailversion", "7",
				"x-amzn-bedrock-performanceconfig-latency", "optimized", "x-amzn-bedrock-service-tier", "flex",
				"x-amzn-bedrock-request-metadata", "{\"a\":\"b\"}"));
		assertThat(invoke.accept()).isEqualTo("image/png");
		assertThat(invoke.body()).isEqualTo("body".getBytes(StandardCharsets.UTF_8));
		MarshalledRequest stream = marshal(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM,
				InvokeModelWithResponseStreamRequest.builder("m").accept("image/png").build());
		assertThat(stream.signedHeaders())
			.isEqualTo(Map.of("content-type", "application/json", "x-amzn-bedrock-accept", "image/png"));
		assertThat(stream.accept()).isEqualTo("application/vnd.amazon.eventstream");
		assertThat(stream.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nx-injected: 1", "a\nb", "a\rb", "a\u0000b", "a\tb", "gr\u00fc\u00df", "\u007f" })
	void whenHeaderValueIsNotPrintableAsciiThenItIsRefusedWithoutPrintingIt(String value) {
		List<BiConsumer<InvokeModelRequest.Builder, String>> members = List.of(InvokeModelRequest.Builder::contentType,
				InvokeModelRequest.Builder::accept, InvokeModelRequest.Builder::guardrailIdentifier,
				InvokeModelRequest.Builder::guardrailVersion, InvokeModelRequest.Builder::requestMetadata,
				(builder, text) -> builder.trace(Trace.of(text)),
				(builder, text) -> builder.serviceTier(ServiceTierType.of(text)),
				(builder, text) -> builder.performanceConfigLatency(PerformanceConfigLatency.of(text)));
		for (BiConsumer<InvokeModelRequest.Builder, String> member : members) {
			InvokeModelRequest.Builder builder = InvokeModelRequest.builder("m");
			member.accept(builder, value);
			assertThatIllegalArgumentException().isThrownBy(() -> marshal(Operations.INVOKE_MODEL, builder.build()))
				.withMessageContaining("must be printable ASCII")
				.withMessageNotContaining(value);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> marshal(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM,
				InvokeModelWithResponseStreamRequest.builder("m").accept(value).build()));
	}

	@Test
	void whenPreparedThenItsStringFormShowsNoContent() {
		assertThat(
				marshal(Operations.INVOKE_MODEL, InvokeModelRequest.builder("m").body("secretword").build()).toString())
			.isEqualTo("POST /model/m/invoke");
	}

}
