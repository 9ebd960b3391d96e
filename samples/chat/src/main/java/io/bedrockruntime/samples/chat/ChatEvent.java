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
 * One line of the stream that the page reads. A stream ends with exactly one {@link End}
 * or {@link Failure}.
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
	 * The model has begun to answer.
	 */
	record Start() implements ChatEvent {
	}

	/**
	 * A piece of what the model thinks before it answers.
	 *
	 * @param text the piece
	 */
	record Reasoning(String text) implements ChatEvent {
	}

	/**
	 * The model thinks, but the provider lets nobody read what.
	 */
	record RedactedReasoning() implements ChatEvent {
	}

	/**
	 * A piece of the answer.
	 *
	 * @param text the piece
	 */
	record Text(String text) implements ChatEvent {
	}

	/**
	 * The model begins to ask for a tool.
	 *
	 * @param id the use, which later events refer to
	 * @param name the tool
	 */
	record ToolUse(String id, String name) implements ChatEvent {
	}

	/**
	 * A piece of the JSON that a tool is called with.
	 *
	 * @param id the use
	 * @param json the piece
	 */
	record ToolInput(String id, String json) implements ChatEvent {
	}

	/**
	 * What a tool gave back.
	 *
	 * @param id the use
	 * @param result the result
	 * @param failed whether it is an error
	 */
	record ToolResult(String id, String result, boolean failed) implements ChatEvent {
	}

	/**
	 * The guardrail intervened.
	 *
	 * @param blocked whether it put words of its own in place of an answer
	 * @param findings what made it do so
	 */
	record Guardrail(boolean blocked, List<GuardrailFinding> findings) implements ChatEvent {
	}

	/**
	 * The answer is complete.
	 *
	 * @param stopReason why the model stopped
	 * @param calls how often the model was called, which is once more with each round of
	 * tools
	 * @param inputTokens tokens that were read in all calls
	 * @param outputTokens tokens that were written in all calls
	 * @param timeToFirstTokenMillis time from the request to the first piece of the
	 * answer
	 * @param tokensPerSecond tokens written per second once the model had begun
	 * @param answer the messages of the answer as JSON of AWS's, to be sent back as they
	 * are, unless the conversation cannot go on from them
	 */
	record End(String stopReason, int calls, int inputTokens, int outputTokens, @Nullable Long timeToFirstTokenMillis,
			@Nullable Double tokensPerSecond, @Nullable String answer) implements ChatEvent {
	}

	/**
	 * There is no more to come, and why.
	 *
	 * @param code the name of the error
	 * @param message what went wrong, for the reader
	 * @param status the HTTP status, if the service answered
	 * @param requestId the id under which AWS knows the request, if it does
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
