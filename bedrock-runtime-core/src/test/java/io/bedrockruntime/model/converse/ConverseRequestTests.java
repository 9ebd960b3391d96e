package io.bedrockruntime.model.converse;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.SystemContentBlock;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamProcessingMode;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.model.invoke.PerformanceConfigLatency;
import io.bedrockruntime.model.invoke.PerformanceConfiguration;
import io.bedrockruntime.model.invoke.ServiceTier;
import io.bedrockruntime.model.invoke.ServiceTierType;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolChoice;
import io.bedrockruntime.model.tool.ToolConfiguration;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConverseRequestTests {

	private static final Tool CLOCK = Tool
		.toolSpec(ToolSpecification.of("clock", ToolInputSchema.json("{\"type\":\"object\"}")).withStrict(true));

	@Test
	void whenConversationIsLongThenCostGrowsLinearly() {
		allocatedForMessages(100);
		long tenth = allocatedForMessages(1_000);
		assertThat(allocatedForMessages(10_000)).isLessThan(20 * tenth);
	}

	private static long allocatedForMessages(int count) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		ConverseRequest.Builder builder = ConverseRequest.builder("m");
		for (int i = 0; i < count; i++) {
			builder.user("a");
		}
		assertThat(builder.build().messages()).hasSize(count);
		return threads.getCurrentThreadAllocatedBytes() - before;
	}

	@Test
	void whenBuilderIsReusedThenEarlierRequestsStayUnchanged() {
		List<Message> given = new ArrayList<>(List.of(Message.user("a")));
		ConverseRequest.Builder builder = ConverseRequest.builder("m").messages(given).assistant("b");
		ConverseRequest first = builder.build();
		ConverseRequest second = builder.user("c").build();
		assertThat(given).hasSize(1);
		assertThat(first.messages()).hasSize(2);
		assertThat(second.messages()).hasSize(3);
	}

	@Test
	void shouldBuildConversation() {
		ConverseRequest request = ConverseRequest.builder("m")
			.system("one")
			.system("two")
			.user("a")
			.assistant("b")
			.user(ContentBlock.text("c"), ContentBlock.text("d"))
			.add(Message.assistant("e"))
			.build();
		assertThat(request.system()).containsExactly(SystemContentBlock.text("one"), SystemContentBlock.text("two"));
		assertThat(request.messages()).containsExactly(Message.user("a"), Message.assistant("b"),
				Message.user(ContentBlock.text("c"), ContentBlock.text("d")), Message.assistant("e"));
		assertThat(request.inferenceConfig()).isNull();
		assertThat(request.toolConfig()).isNull();
	}

	@Test
	void shouldCombineInferenceParameters() {
		ConverseRequest request = ConverseRequest.builder("m")
			.maxTokens(1)
			.temperature(0.5f)
			.topP(0.25f)
			.stopSequences("x", "y")
			.build();
		assertThat(request.inferenceConfig()).isEqualTo(new InferenceConfiguration(1, 0.5f, 0.25f, List.of("x", "y")));
	}

	@Test
	void whenToolsAreSetThenKeepsChoice() {
		ToolConfiguration configuration = ToolConfiguration.of(CLOCK).withToolChoice(ToolChoice.any());
		ConverseRequest request = ConverseRequest.builder("m").toolConfig(configuration).tools(CLOCK, CLOCK).build();
		assertThat(request.toolConfig()).isEqualTo(configuration.withTools(CLOCK, CLOCK));
	}

	@Test
	void whenModelIsMissingThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> ConverseRequest.builder().user("a").build())
			.withMessage("'modelId' must be set in the request, or a default model in the client");
		assertThatIllegalArgumentException().isThrownBy(() -> ConverseStreamRequest.builder().user("a").build())
			.withMessage("'modelId' must be set in the request, or a default model in the client");
		assertThatIllegalArgumentException().isThrownBy(() -> ConverseRequest.of(" ", "a"))
			.withMessageContaining("'modelId'");
	}

	@Test
	void shouldCopyEverythingThroughBuilder() {
		ConverseRequest request = full();
		assertThat(request.toBuilder().build()).isEqualTo(request).hasNoNullFieldsOrProperties();
		ConverseStreamRequest stream = ConverseStreamRequest.from(request);
		assertThat(stream).hasNoNullFieldsOrProperties();
		assertThat(stream.toBuilder().build()).isEqualTo(stream);
	}

	@Test
	void shouldConvertBetweenStreamingAndUnaryRequest() {
		ConverseRequest request = full();
		ConverseStreamRequest stream = ConverseStreamRequest.from(request);
		assertThat(stream.toConverseRequest()).isEqualTo(request);
		GuardrailStreamConfiguration guardrail = GuardrailStreamConfiguration.of("g", "1")
			.withTrace(GuardrailTrace.ENABLED);
		assertThat(stream.guardrailConfig()).isEqualTo(guardrail);
		ConverseStreamRequest async = stream.toBuilder()
			.guardrailConfig(guardrail.withStreamProcessingMode(GuardrailStreamProcessingMode.ASYNC))
			.build();
		assertThat(async.toConverseRequest()).isEqualTo(request);
		assertThat(ConverseStreamRequest.from(ConverseRequest.of("m", "a")))
			.isEqualTo(ConverseStreamRequest.of("m", "a"));
	}

	private static ConverseRequest full() {
		return ConverseRequest.builder("m")
			.messages(Message.user("a"))
			.system("b")
			.maxTokens(1)
			.tools(CLOCK)
			.guardrailConfig(GuardrailConfiguration.of("g", "1").withTrace(GuardrailTrace.ENABLED))
			.additionalModelRequestFields(JsonNodeFactory.instance.objectNode().put("k", 1))
			.promptVariables(Map.of("v", PromptVariableValues.text("c")))
			.additionalModelResponseFieldPaths("/x")
			.requestMetadata(Map.of("d", "e"))
			.performanceConfig(new PerformanceConfiguration(PerformanceConfigLatency.OPTIMIZED))
			.serviceTier(new ServiceTier(ServiceTierType.FLEX))
			.outputConfig(OutputConfig.jsonSchema(JsonSchemaDefinition.of("{}")).withEffort("low"))
			.build();
	}

}
