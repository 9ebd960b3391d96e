package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.converse.StopReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Message stop event.
 *
 * @param stopReason the stop reason
 * @param additionalModelResponseFields the additional model response fields
 * @since 0.1.0
 */
public record MessageStopEvent(StopReason stopReason,
		@Sensitive @Nullable JsonNode additionalModelResponseFields) implements Structure {

	/**
	 * Check what is required.
	 * @param stopReason the stop reason
	 * @param additionalModelResponseFields the additional model response fields
	 */
	public MessageStopEvent {
		Assert.notNull(stopReason, "'stopReason' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
