package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeStatus;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InvokeModelRequestTests {

	@Test
	void shouldAcceptBodyInSeveralForms() {
		Blob body = Blob.ofUtf8("{\"a\":1}");
		assertThat(InvokeModelRequest.builder("m").body("{\"a\":1}").build().body()).isEqualTo(body);
		assertThat(InvokeModelRequest.builder("m").body(body).build().body()).isEqualTo(body);
		assertThat(
				InvokeModelRequest.builder("m").body(JsonNodeFactory.instance.objectNode().put("a", 1)).build().body())
			.isEqualTo(body);
	}

	@Test
	void shouldCopyEverythingThroughBuilder() {
		InvokeModelRequest request = new InvokeModelRequest("m", Blob.ofUtf8("b"), "c", "d", Trace.ENABLED, "e", "f",
				PerformanceConfigLatency.OPTIMIZED, ServiceTierType.FLEX, "{}");
		assertThat(request.toBuilder().build()).isEqualTo(request);
		InvokeModelWithResponseStreamRequest stream = InvokeModelWithResponseStreamRequest.from(request);
		assertThat(stream.toBuilder().build()).isEqualTo(stream).hasNoNullFieldsOrProperties();
		assertThat(InvokeModelRequest.builder()
			.modelId("m")
			.body(Blob.ofUtf8("b"))
			.contentType("c")
			.accept("d")
			.trace(Trace.ENABLED)
			.guardrailIdentifier("e")
			.guardrailVersion("f")
			.performanceConfigLatency(PerformanceConfigLatency.OPTIMIZED)
			.serviceTier(ServiceTierType.FLEX)
			.requestMetadata("{}")
			.build()).isEqualTo(request);
	}

	@Test
	void whenModelIsMissingThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> InvokeModelRequest.builder().body("{}").build())
			.withMessage("'modelId' must be set in the request, or a default model in the client");
	}

	@Test
	void shouldBuildListing() {
		ListAsyncInvokesRequest request = ListAsyncInvokesRequest.builder()
			.statusEquals(AsyncInvokeStatus.FAILED)
			.maxResults(10)
			.build();
		assertThat(request.toBuilder().nextToken("n").build().maxResults()).isEqualTo(10);
		assertThat(request.submitTimeAfter()).isNull();
	}

}
