package io.bedrockruntime.model.asyncinvoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * State of an asynchronous invocation.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record AsyncInvokeStatus(@JsonValue String value) implements EnumValue {

	/**
	 * {@code Completed}.
	 */
	public static final AsyncInvokeStatus COMPLETED = new AsyncInvokeStatus("Completed");

	/**
	 * {@code Failed}.
	 */
	public static final AsyncInvokeStatus FAILED = new AsyncInvokeStatus("Failed");

	/**
	 * {@code InProgress}.
	 */
	public static final AsyncInvokeStatus IN_PROGRESS = new AsyncInvokeStatus("InProgress");

	private static final List<AsyncInvokeStatus> VALUES = List.of(COMPLETED, FAILED, IN_PROGRESS);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public AsyncInvokeStatus {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<AsyncInvokeStatus> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static AsyncInvokeStatus of(String value) {
		for (AsyncInvokeStatus candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new AsyncInvokeStatus(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
