package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import org.jspecify.annotations.Nullable;

/**
 * A line of the stream that the page reads. A stream ends with exactly one {@link End} or
 * {@link Failure}.
 */
@JsonTypeInfo(use = Id.NAME, property = "type")
@JsonSubTypes({ @Type(value = ChatEvent.Start.class, name = "start"),
		@Type(value = ChatEvent.Reasoning.class, name = "reasoning"),
		@Type(value = ChatEvent.RedactedReasoning.class, name = "redacted-reasoning"),
		@Type(value = ChatEvent.Text.class, name = "text"), @Type(value = ChatEvent.ToolUse.class, name = "tool-use"),
		@Type(value = ChatEvent.ToolInput.class, name = "tool-input"),
		@Type(value = ChatEvent.ToolResult.class, name = "tool-result"),
		@Type(value = ChatEvent.Guardrail.class, name = "guardrail"), @Type(value = ChatEvent.End.class, name = "end"),
		@Type(value = ChatEvent.Failure.class, name = "error") })
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ChatEvent {

	/**
	 * The response has begun.
	 */
	record Start() implements ChatEvent {
	}

	/**
	 * A piece of the reasoning of the model.
	 *
	 * @param text the piece
	 */
	record Reasoning(String text) implements ChatEvent {
	}

	/**
	 * Reasoning that the provider has redacted.
	 */
	record RedactedReasoning() implements ChatEvent {
	}

	/**
	 * A piece of the response text.
	 *
	 * @param text the piece
	 */
	record Text(String text) implements ChatEvent {
	}

	/**
	 * The start of a tool use.
	 *
	 * @param id the id of the tool use, to which later events refer
	 * @param name the name of the tool
	 */
	record ToolUse(String id, String name) implements ChatEvent {
	}

	/**
	 * A piece of the JSON input of a tool.
	 *
	 * @param id the id of the tool use
	 * @param json the piece
	 */
	record ToolInput(String id, String json) implements ChatEvent {
	}

	/**
	 * The result of a tool.
	 *
	 * @param id the id of the tool use
	 * @param result the result
	 * @param failed whether it is an error
	 */
	record ToolResult(String id, String result, boolean failed) implements ChatEvent {
	}

	/**
	 * The guardrail intervened.
	 *
	 * @param blocked whether it replaced the response by a configured message
	 * @param findings the findings that caused the intervention
	 */
	record Guardrail(boolean blocked, List<GuardrailFinding> findings) implements ChatEvent {
	}

	/**
	 * The response is complete.
	 *
	 * @param stopReason why the model stopped
	 * @param calls the number of calls of the model, one more for each round of tools
	 * @param inputTokens the input tokens of all calls
	 * @param outputTokens the output tokens of all calls
	 * @param timeToFirstTokenMillis time from the request to the first piece of text
	 * @param tokensPerSecond output tokens per second after the first piece
	 * @param answer the messages of the response as JSON in AWS's format, which the page
	 * sends back unchanged; missing if the conversation cannot continue from them
	 */
	record End(String stopReason, int calls, int inputTokens, int outputTokens, @Nullable Long timeToFirstTokenMillis,
			@Nullable Double tokensPerSecond, @Nullable String answer) implements ChatEvent {
	}

	/**
	 * The response ended with an error.
	 *
	 * @param code the name of the error
	 * @param message the message for the user
	 * @param status the HTTP status, if the service responded
	 * @param requestId the AWS request id, if there is one
	 */
	record Failure(String code, String message, @Nullable Integer status,
			@Nullable String requestId) implements ChatEvent {

		static Failure of(BedrockRuntimeException ex) {
			if (ex instanceof BedrockRuntimeServiceException error) {
				String code = Objects.requireNonNullElse(error.errorCode(), "Unnamed error");
				String message = Objects.requireNonNullElse(error.serviceMessage(), String.valueOf(ex.getMessage()));
				return new Failure(code, message, error.statusCode(), error.requestId());
			}
			return new Failure(ex.getClass().getSimpleName(), String.valueOf(ex.getMessage()), null, null);
		}

	}

}
