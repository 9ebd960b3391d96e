package io.bedrockruntime.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ImageSource;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConverseOutput;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.MessageStopEvent;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BedrockRuntimeJsonTests {

	private final JsonMapper mapper = BedrockRuntimeJson.mapper();

	@Test
	void shouldWriteMembersInOrderWithoutAbsentMembersAndLabels() {
		ConverseRequest request = ConverseRequest.builder("some-model")
			.user("Hello")
			.system("Be brief")
			.maxTokens(100)
			.temperature(0.7f)
			.tools(Tool.toolSpec(ToolSpecification.of("clock", ToolInputSchema.json("{\"type\":\"object\"}"))))
			.build();
		assertThat(this.mapper.writeValueAsString(request)).isEqualTo("""
				{"messages":[{"role":"user","content":[{"text":"Hello"}]}],"system":[{"text":"Be brief"}],\
				"inferenceConfig":{"maxTokens":100,"temperature":0.7},\
				"toolConfig":{"tools":[{"toolSpec":{"name":"clock","inputSchema":{"json":{"type":"object"}}}}]}}""");
	}

	@Test
	void shouldReadRequestWithLabels() {
		ConverseRequest request = BedrockRuntimeJson.readerFor(ConverseRequest.class, Map.of("modelId", "some-model"))
			.readValue("{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]}");
		assertThat(request).isEqualTo(ConverseRequest.of("some-model", "Hello"));
	}

	@Test
	void whenLabelIsMissingThenFailsWithItsName() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.mapper.readValue("{}", ConverseRequest.class))
			.withMessageContaining("'modelId' must not be empty");
	}

	@Test
	void shouldReadResponse() {
		ConverseResponse response = this.mapper.readValue("""
				{"output":{"message":{"role":"assistant","content":[{"text":"Hel"},{"text":"lo"},
				{"toolUse":{"toolUseId":"t1","name":"clock","input":{"zone":null,"big":1.10}}}]}},
				"stopReason":"tool_use","usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3},
				"metrics":{"latencyMs":4},"somethingNew":{"a":[1]}}""", ConverseResponse.class);
		assertThat(response.text()).isEqualTo("Hello");
		assertThat(response.stopReason()).isSameAs(StopReason.TOOL_USE);
		assertThat(response.usage().totalTokens()).isEqualTo(3);
		assertThat(response.toolUses()).extracting(ToolUseBlock::name).containsExactly("clock");
		assertThat(response.toolUses().get(0).input()).hasToString("{\"zone\":null,\"big\":1.10}");
		assertThat(response.responseMetadata()).isNull();
	}

	@Test
	void whenServiceOmitsRequiredMembersThenReadsEmptyValues() {
		ConverseResponse response = this.mapper.readValue("{\"output\":null}", ConverseResponse.class);
		assertThat(response.output()).isEqualTo(new ConverseOutput.Unknown("", NullNode.getInstance()));
		assertThat(response.stopReason()).isEqualTo(StopReason.of(""));
		assertThat(response.usage().inputTokens()).isZero();
		assertThat(response.metrics().latencyMs()).isZero();
		assertThat(response.message()).isNull();
		GetAsyncInvokeResponse invocation = this.mapper.readValue("{}", GetAsyncInvokeResponse.class);
		assertThat(invocation.submitTime()).isEqualTo(Instant.EPOCH);
		assertThat(invocation.invocationArn()).isEmpty();
	}

	@Test
	void shouldNotWriteResponseMetadata() {
		ConverseResponse response = this.mapper.readValue("{}", ConverseResponse.class)
			.withResponseMetadata(new ResponseMetadata("r1", 200, Map.of("X-Amzn-RequestId", List.of("r1")), 1));
		assertThat(this.mapper.writeValueAsString(response)).doesNotContain("r1");
		assertThat(response.responseMetadata().header("x-amzn-requestid")).isEqualTo("r1");
	}

	@Test
	void shouldIgnoreNullMembersAndTypeInUnions() {
		assertThat(this.mapper.readValue("{\"__type\":\"x#Y\",\"image\":null,\"text\":\"a\"}", ContentBlock.class))
			.isEqualTo(ContentBlock.text("a"));
	}

	@Test
	void whenUnionHasTwoMembersThenFails() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.mapper.readValue("{\"text\":\"a\",\"json\":{}}", ToolResultContentBlock.class))
			.withMessageContaining("more than one member");
	}

	@Test
	void shouldKeepUnknownMembersOfUnions() {
		for (String json : List.of("{\"hologram\":{\"b\":[null,1E+2],\"a\":1}}", "{\"hologram\":3}",
				"{\"hologram\":null}", "{\"text\":null}", "{}", "{\"\":0}")) {
			ContentBlock block = this.mapper.readValue(json, ContentBlock.class);
			assertThat(block).isInstanceOf(ContentBlock.Unknown.class);
			assertThat(this.mapper.writeValueAsString(block)).isEqualTo(json);
		}
	}

	@Test
	void whenDocumentIsNullThenKeepsIt() {
		ToolResultContentBlock block = this.mapper.readValue("{\"json\":null}", ToolResultContentBlock.class);
		assertThat(block).isEqualTo(ToolResultContentBlock.json(NullNode.getInstance()));
		assertThat(this.mapper.writeValueAsString(block)).isEqualTo("{\"json\":null}");
	}

	@Test
	void shouldKeepDocumentsVerbatim() {
		String json = "{\"toolUseId\":\"t\",\"name\":\"n\",\"input\":"
				+ "{\"z\":1.00,\"a\":[null,12345678901234567890123,0.10000000000000000555111],\"m\":{\"n\":null}}}";
		assertThat(this.mapper.writeValueAsString(this.mapper.readValue(json, ToolUseBlock.class))).isEqualTo(json);
	}

	@Test
	void shouldSkipNullsInLists() {
		Message message = this.mapper.readValue("{\"role\":\"user\",\"content\":[null,{\"text\":\"a\"},null]}",
				Message.class);
		assertThat(message).isEqualTo(Message.user("a"));
	}

	@Test
	void shouldWriteBlobsAsBase64() {
		ImageSource source = ImageSource.bytes(Blob.of(new byte[] { -1, -2, -3, -4 }));
		assertThat(this.mapper.writeValueAsString(source)).isEqualTo("{\"bytes\":\"//79/A==\"}");
		assertThat(this.mapper.readValue("{\"bytes\":\"//79/A==\"}", ImageSource.class)).isEqualTo(source);
	}

	@Test
	void shouldReadTimestampsLeniently() {
		for (String timestamp : List.of("\"2026-01-02T03:04:05.500Z\"", "\"2026-01-02T04:04:05.5+01:00\"",
				"1767323045.5")) {
			assertThat(this.mapper.readValue(timestamp, Instant.class)).isEqualTo("2026-01-02T03:04:05.5Z");
		}
		assertThat(this.mapper.readValue("1767323045", Instant.class)).isEqualTo("2026-01-02T03:04:05Z");
		assertThat(this.mapper.writeValueAsString(Instant.parse("2026-01-02T03:04:05Z")))
			.isEqualTo("\"2026-01-02T03:04:05Z\"");
	}

	@Test
	void shouldReadAndWriteMembersOfEventStreams() {
		byte[] json = "{\"stopReason\":\"end_turn\",\"p\":\"abcdef\"}".getBytes();
		ConverseStreamOutput event = BedrockRuntimeJson.readMember(ConverseStreamOutput.class, "messageStop", json);
		assertThat(event).isEqualTo(ConverseStreamOutput.messageStop(new MessageStopEvent(StopReason.END_TURN, null)));
		assertThat(BedrockRuntimeJson.memberName(event)).isEqualTo("messageStop");
		assertThat(BedrockRuntimeJson.writeMember(event)).asString().isEqualTo("{\"stopReason\":\"end_turn\"}");
		ContentBlockDelta delta = BedrockRuntimeJson.readMember(ContentBlockDelta.class, "thought", "[1]".getBytes());
		assertThat(BedrockRuntimeJson.memberName(delta)).isEqualTo("thought");
		assertThat(BedrockRuntimeJson.writeMember(delta)).asString().isEqualTo("[1]");
	}

	@Test
	void whenEventHasNoValueThenIsUnknown() {
		ConverseStreamOutput unknown = new ConverseStreamOutput.Unknown("messageStop", NullNode.getInstance());
		assertThat(BedrockRuntimeJson.readMember(ConverseStreamOutput.class, "messageStop", "null".getBytes()))
			.isEqualTo(unknown);
		assertThat(BedrockRuntimeJson.readMember(ConverseStreamOutput.class, "ping", new byte[0]))
			.isEqualTo(new ConverseStreamOutput.Unknown("ping", NullNode.getInstance()));
	}

	@Test
	void whenJsonCannotBeReadThenMessageNamesPositionButNotContent() {
		for (String json : List.of("{\"inferenceConfig\":{\"maxTokens\":\"secret\"}}",
				"{\"inferenceConfig\":{\"maxTokens\":secret}}", "{\"inferenceConfig\":{\"stopSequences\":\"secret\"}}",
				"{\"inferenceConfig\":\"secret\"}", "{\"messages\":[{\"role\":[\"secret\"]}]}",
				"{\"messages\":[{\"content\":[{\"image\":{\"source\":{\"bytes\":\"secret!\"}}}]}]}",
				"{\"messages\":[{\"content\":[{\"text\":\"secret")) {
			assertThatExceptionOfType(JacksonException.class)
				.isThrownBy(() -> BedrockRuntimeJson.readerFor(ConverseRequest.class, Map.of("modelId", "m"))
					.readValue(json))
				.satisfies((ex) -> assertThat(ex).hasNoCause())
				.withMessageContaining("ConverseRequest[\"")
				.withMessageNotContaining("secret");
		}
	}

}
