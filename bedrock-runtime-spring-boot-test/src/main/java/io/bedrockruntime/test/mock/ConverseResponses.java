package io.bedrockruntime.test.mock;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConverseMetrics;
import io.bedrockruntime.model.converse.ConverseOutput;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.ConverseTrace;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.TokenUsage;
import io.bedrockruntime.model.guardrail.GuardrailAssessment;
import io.bedrockruntime.model.guardrail.GuardrailTraceAssessment;
import io.bedrockruntime.structured.StructuredResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Factory of Converse responses with usage, latency and a request id. The number of
 * output tokens is the number of words, the number of input tokens is
 * {@value #INPUT_TOKENS}.
 *
 * @since 0.1.0
 */
public final class ConverseResponses {

	/** The number of input tokens of each response. */
	public static final int INPUT_TOKENS = 10;

	private static final long LATENCY_MS = 5;

	private static final ResponseMetadata METADATA = new ResponseMetadata("00000000-0000-0000-0000-000000000000", 200,
			Map.of(), 1);

	private ConverseResponses() {
	}

	/**
	 * Return a response with text.
	 * @param text the text
	 * @return the response
	 */
	public static ConverseResponse text(String text) {
		return of(StopReason.END_TURN, ContentBlock.text(text));
	}

	/**
	 * Return a response with text that was truncated at the maximum number of tokens.
	 * @param text the truncated text
	 * @return the response
	 */
	public static ConverseResponse truncatedText(String text) {
		return of(StopReason.MAX_TOKENS, ContentBlock.text(text));
	}

	/**
	 * Return a response whose text is a value as JSON.
	 * @param value the value, which Jackson writes with its default settings
	 * @return the response
	 */
	public static ConverseResponse json(Object value) {
		return text(JsonMapper.shared().writeValueAsString(value));
	}

	/**
	 * Return a structured response.
	 * @param <T> the type
	 * @param value the value
	 * @return the value with the response that it was read from
	 */
	public static <T> StructuredResponse<T> structured(T value) {
		return new StructuredResponse<>(value, json(value));
	}

	/**
	 * Return a response that requests the use of a tool.
	 * @param name the tool's name
	 * @param input the tool's input as JSON
	 * @return the response
	 */
	public static ConverseResponse toolUse(String name, String input) {
		return toolUse("tooluse_" + name, name, BedrockRuntimeJson.mapper().readTree(input));
	}

	/**
	 * Return a response that requests the use of a tool.
	 * @param toolUseId the identifier to which the result of the tool refers
	 * @param name the tool's name
	 * @param input the tool's input
	 * @return the response
	 */
	public static ConverseResponse toolUse(String toolUseId, String name, JsonNode input) {
		return of(StopReason.TOOL_USE, ContentBlock.toolUse(ToolUseBlock.of(toolUseId, name, input)));
	}

	/**
	 * Return the response for a message or a response that a guardrail has blocked.
	 * @param blockedMessage the text that is configured in the guardrail
	 * @return the response, with a trace that contains a guardrail but no reason
	 */
	public static ConverseResponse guardrailIntervened(String blockedMessage) {
		ConverseResponse response = of(StopReason.GUARDRAIL_INTERVENED, ContentBlock.text(blockedMessage));
		GuardrailAssessment assessment = new GuardrailAssessment(null, null, null, null, null, null, null, null);
		ConverseTrace trace = new ConverseTrace(
				new GuardrailTraceAssessment(null, Map.of("guardrail", assessment), null, "Guardrail blocked."), null);
		return new ConverseResponse(response.output(), response.stopReason(), response.usage(), response.metrics(),
				null, trace, null, null, METADATA);
	}

	/**
	 * Return a response with any content blocks.
	 * @param stopReason why the model stopped
	 * @param content the blocks
	 * @return the response
	 */
	public static ConverseResponse of(StopReason stopReason, ContentBlock... content) {
		return new ConverseResponse(ConverseOutput.message(Message.assistant(content)), stopReason,
				usage(List.of(content)), new ConverseMetrics(LATENCY_MS), null, null, null, null, METADATA);
	}

	static TokenUsage usage(List<ContentBlock> content) {
		int output = content.stream().mapToInt(ConverseResponses::words).sum();
		return new TokenUsage(INPUT_TOKENS, output, INPUT_TOKENS + output, null, null, null);
	}

	private static int words(ContentBlock block) {
		String text = (block instanceof ContentBlock.Text words) ? words.text() : "one";
		return (int) Arrays.stream(text.split("\\s+")).filter((word) -> !word.isEmpty()).count();
	}

}
