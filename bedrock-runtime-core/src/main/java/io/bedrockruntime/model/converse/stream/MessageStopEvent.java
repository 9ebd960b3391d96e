package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.converse.StopReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The message is complete. The metadata event follows.
 *
 * @param stopReason the reason why the model stopped
 * @param additionalModelResponseFields the parts of the model's native response that were
 * requested
 * @since 0.1.0
 */
public record MessageStopEvent(StopReason stopReason,
		@Sensitive @Nullable JsonNode additionalModelResponseFields) implements Structure {

	/**
	 * Check the required components.
	 * @param stopReason the reason why the model stopped
	 * @param additionalModelResponseFields the parts of the model's native response that
	 * were requested
	 */
	public MessageStopEvent {
		Assert.notNull(stopReason, "'stopReason' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
