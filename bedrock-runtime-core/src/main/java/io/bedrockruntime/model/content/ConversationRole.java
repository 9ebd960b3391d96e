package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Role of the author of a message.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record ConversationRole(@JsonValue String value) implements EnumValue {

	/**
	 * The model.
	 */
	public static final ConversationRole ASSISTANT = new ConversationRole("assistant");

	/**
	 * Instructions in the middle of the conversation, for models that support them.
	 */
	public static final ConversationRole SYSTEM = new ConversationRole("system");

	/**
	 * The user. This role is also used for the results of tools.
	 */
	public static final ConversationRole USER = new ConversationRole("user");

	private static final List<ConversationRole> VALUES = List.of(ASSISTANT, SYSTEM, USER);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public ConversationRole {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<ConversationRole> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static ConversationRole of(String value) {
		for (ConversationRole candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new ConversationRole(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
