package io.bedrockruntime.model.invoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Tier that processes a call.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record ServiceTierType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code default}.
	 */
	public static final ServiceTierType DEFAULT = new ServiceTierType("default");

	/**
	 * {@code flex}.
	 */
	public static final ServiceTierType FLEX = new ServiceTierType("flex");

	/**
	 * {@code priority}.
	 */
	public static final ServiceTierType PRIORITY = new ServiceTierType("priority");

	/**
	 * {@code reserved}.
	 */
	public static final ServiceTierType RESERVED = new ServiceTierType("reserved");

	private static final List<ServiceTierType> VALUES = List.of(DEFAULT, FLEX, PRIORITY, RESERVED);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public ServiceTierType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<ServiceTierType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static ServiceTierType of(String value) {
		for (ServiceTierType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new ServiceTierType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
