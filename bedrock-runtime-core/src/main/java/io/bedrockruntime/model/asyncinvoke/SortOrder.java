package io.bedrockruntime.model.asyncinvoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Sort direction.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record SortOrder(@JsonValue String value) implements EnumValue {

	/**
	 * {@code Ascending}.
	 */
	public static final SortOrder ASCENDING = new SortOrder("Ascending");

	/**
	 * {@code Descending}.
	 */
	public static final SortOrder DESCENDING = new SortOrder("Descending");

	private static final List<SortOrder> VALUES = List.of(ASCENDING, DESCENDING);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public SortOrder {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<SortOrder> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static SortOrder of(String value) {
		for (SortOrder candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new SortOrder(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
