package io.bedrockruntime.emulator.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.DocumentBlock;
import io.bedrockruntime.model.content.DocumentFormat;
import io.bedrockruntime.model.content.GuardrailConverseContentBlock;
import io.bedrockruntime.model.content.GuardrailConverseTextBlock;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ReasoningContentBlock;
import io.bedrockruntime.model.content.ReasoningTextBlock;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksConfig;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksMessage;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * A call of each operation, with a mark in each text.
 */
public final class CanaryCalls {

	public static final String BYTES = "canary in the bytes of a document";

	private static final String MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:async-invoke/abcdefghijkl";

	private static final String BODY = "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":200,"
			+ "\"messages\":[{\"role\":\"user\",\"content\":\"canary in a body\"}]}";

	private static final String CONVERSE_ANSWER = "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":["
			+ "{\"reasoningContent\":{\"reasoningText\":{\"text\":\"canary thought\",\"signature\":\"canary signature\"}}},"
			+ "{\"text\":\"canary said\"},"
			+ "{\"toolUse\":{\"toolUseId\":\"t2\",\"name\":\"get_weather\",\"input\":{\"city\":\"canary asked\"}}}]}},"
			+ "\"stopReason\":\"tool_use\",\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},"
			+ "\"metrics\":{\"latencyMs\":4},\"additionalModelResponseFields\":{\"more\":\"canary more\"},"
			+ "\"trace\":{\"guardrail\":{\"modelOutput\":[\"canary guarded\"]}}}";

	private CanaryCalls() {
	}

	public static Stream<Call> all() {
		return Stream.concat(conversations(), others());
	}

	private static Stream<Call> conversations() {
		JsonNode input = json("{\"city\":\"canary in a tool's input\"}");
		List<Message> messages = List.of(Message.user("canary in a prompt"),
				Message.assistant(
						ContentBlock.reasoningContent(ReasoningContentBlock.reasoningText(
								new ReasoningTextBlock("canary in a thought", "canary in a signature", Map.of()))),
						ContentBlock.toolUse(ToolUseBlock.of("t1", "get_weather", input))),
				Message.user(ContentBlock.toolResult(ToolResultBlock.text("t1", "canary in a tool's result")),
						ContentBlock.document(DocumentBlock.of("document", DocumentFormat.TXT,
								Blob.of(BYTES.getBytes(StandardCharsets.UTF_8)))),
						ContentBlock.guardContent(GuardrailConverseContentBlock
							.text(GuardrailConverseTextBlock.of("canary in guarded text")))));
		ConverseRequest converse = ConverseRequest.builder(MODEL)
			.system("canary in the system's text")
			.messages(messages)
			.stopSequences("canary in a stop sequence")
			.requestMetadata(Map.of("team", "canary in the metadata"))
			.additionalModelRequestFields(json("{\"more\":\"canary in more fields\"}"))
			.build();
		ConverseStreamRequest stream = ConverseStreamRequest.builder(MODEL)
			.system("canary in the system's text")
			.messages(messages)
			.stopSequences("canary in a stop sequence")
			.requestMetadata(Map.of("team", "canary in the metadata"))
			.additionalModelRequestFields(json("{\"more\":\"canary in more fields\"}"))
			.build();
		String[] sent = { "canary in a prompt", "canary in a thought", "canary in a signature",
				"canary in a tool's input", "canary in a tool's result", "canary in guarded text",
				"canary in the system's text", "canary in a stop sequence", "canary in the metadata",
				"canary in more fields", Base64.getEncoder().encodeToString(BYTES.getBytes(StandardCharsets.UTF_8)) };
		return Stream.of(
				new Call("Converse", converse, (client) -> client.converse(converse), new Reply.Json(CONVERSE_ANSWER),
						sent, "canary thought", "canary signature", "canary said", "canary asked", "canary more",
						"canary guarded"),
				new Call("ConverseStream", stream, (client) -> client.converseStream(stream),
						new Reply.Json(CONVERSE_ANSWER), sent, "canary", " thought", "canary signature", " asked",
						"canary guarded"),
				new Call("CountTokens", converse, (client) -> client.countTokens(converse),
						new Reply.Json("{\"inputTokens\":7}"), new String[] { "canary in a prompt" }, "7"));
	}

	private static Stream<Call> others() {
		InvokeModelRequest invoke = InvokeModelRequest.builder(MODEL)
			.body(BODY)
			.requestMetadata("{\"team\":\"canary in a header\"}")
			.build();
		InvokeModelWithResponseStreamRequest stream = InvokeModelWithResponseStreamRequest.builder(MODEL)
			.body(BODY)
			.requestMetadata("{\"team\":\"canary in a header\"}")
			.build();
		String[] sent = { "canary in a body", "canary in a header" };
		ApplyGuardrailRequest guardrail = ApplyGuardrailRequest.of("gr1", "DRAFT", GuardrailContentSource.OUTPUT,
				List.of(GuardrailContentBlock.text("canary in a text")));
		InvokeGuardrailChecksRequest checks = InvokeGuardrailChecksRequest.of(GuardrailChecksConfig.none(),
				GuardrailChecksMessage.user("canary in a text"));
		StartAsyncInvokeRequest start = StartAsyncInvokeRequest.of("amazon.nova-reel-v1:1",
				json("{\"text\":\"canary in an input\"}"), "s3://bucket/folder");
		GetAsyncInvokeRequest get = new GetAsyncInvokeRequest(ARN);
		ListAsyncInvokesRequest list = ListAsyncInvokesRequest.builder().maxResults(3).build();
		InvokeModelWithBidirectionalStreamRequest session = new InvokeModelWithBidirectionalStreamRequest(
				"emulated.echo-v1:0");
		String invocation = "{\"invocationArn\":\"" + ARN + "\",\"modelArn\":\"" + MODEL
				+ "\",\"status\":\"Failed\",\"failureMessage\":\"canary in a failure\","
				+ "\"submitTime\":\"2026-01-02T03:04:05Z\",\"outputDataConfig\":{\"s3OutputDataConfig\":{\"s3Uri\":"
				+ "\"s3://bucket/folder\"}}}";
		return Stream.of(
				new Call("InvokeModel", invoke, (client) -> client.invokeModel(invoke),
						new Reply.Json("{\"text\":\"canary said\"}"), sent, "canary said"),
				new Call("InvokeModelWithResponseStream", stream,
						(client) -> client.invokeModelWithResponseStream(stream),
						new Reply.Json("{\"text\":\"canary said\"}"), sent, "canary said"),
				new Call("ApplyGuardrail", guardrail, (client) -> client.applyGuardrail(guardrail),
						new Reply.Json("{\"usage\":{},\"action\":\"GUARDRAIL_INTERVENED\","
								+ "\"outputs\":[{\"text\":\"canary out\"}],\"assessments\":[]}"),
						new String[] { "canary in a text" }, "canary out"),
				new Call("InvokeGuardrailChecks", checks, (client) -> client.invokeGuardrailChecks(checks),
						new Reply.Json("{\"results\":{},\"usage\":{}}"), new String[] { "canary in a text" },
						"results"),
				new Call("StartAsyncInvoke", start, (client) -> client.startAsyncInvoke(start),
						new Reply.Json("{\"invocationArn\":\"" + ARN + "\"}"), new String[] { "canary in an input" },
						ARN),
				new Call("GetAsyncInvoke", get, (client) -> client.getAsyncInvoke(get), new Reply.Json(invocation),
						new String[] { "async-invoke" }, "canary in a failure"),
				new Call("ListAsyncInvokes", list, (client) -> client.listAsyncInvokes(list),
						new Reply.Json("{\"asyncInvokeSummaries\":[" + invocation + "]}"),
						new String[] { "maxResults=3" }, "canary in a failure"),
				new Call("InvokeModelWithBidirectionalStream", session,
						(client) -> client.invokeModelWithBidirectionalStream(session,
								Flux.just(InvokeModelWithBidirectionalStreamInput.chunk(Blob.ofUtf8("canary heard")))),
						Reply.Session.of(Reply.SessionPart.chunks(1, "canary said")), new String[] { "canary heard" },
						"canary said"));
	}

	private static JsonNode json(String json) {
		return BedrockRuntimeJson.mapper().readTree(json);
	}

	/**
	 * A call.
	 *
	 * @param operation the name of the operation
	 * @param request the request
	 * @param call makes the call
	 * @param answer the response
	 * @param sent the expected content of the request on the wire
	 * @param answered the expected content of the result
	 */
	public record Call(String operation, Object request, Function<ReactiveBedrockRuntimeOperations, Publisher<?>> call,
			Reply answer, String[] sent, String... answered) {

		public boolean live() {
			return this.answer instanceof Reply.Session;
		}

		public boolean stream() {
			return live() || this.operation.endsWith("Stream");
		}

		/** The responses as JSON, with decoded bytes. */
		public String content(List<Object> answers) {
			return answers.stream().map((answer) -> {
				String json = BedrockRuntimeJson.mapper().writeValueAsString(answer);
				return json + decoded(json)
						+ ((answer instanceof InvokeModelResponse response) ? response.body().asUtf8String() : "");
			}).collect(Collectors.joining("\n"));
		}

		private static String decoded(String json) {
			JsonNode bytes = BedrockRuntimeJson.mapper().readTree(json).findValue("bytes");
			return (bytes != null && bytes.isString())
					? new String(Base64.getDecoder().decode(bytes.stringValue()), StandardCharsets.UTF_8) : "";
		}

		@Override
		public String toString() {
			return this.operation;
		}

	}

}
