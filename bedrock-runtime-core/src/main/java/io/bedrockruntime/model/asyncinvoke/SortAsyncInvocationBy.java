package io.bedrockruntime.model.asyncinvoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Sort key of asynchronous invocations.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record SortAsyncInvocationBy(@JsonValue String value) implements EnumValue {

	/**
	 * {@code SubmissionTime}.
	 */
	public static final SortAsyncInvocationBy SUBMISSION_TIME = new SortAsyncInvocationBy("SubmissionTime");

	private static final List<SortAsyncInvocationBy> VALUES = List.of(SUBMISSION_TIME);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public SortAsyncInvocationBy {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<SortAsyncInvocationBy> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static SortAsyncInvocationBy of(String value) {
		for (SortAsyncInvocationBy candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new SortAsyncInvocationBy(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
