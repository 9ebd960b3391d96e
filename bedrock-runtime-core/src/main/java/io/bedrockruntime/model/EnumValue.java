package io.bedrockruntime.model;

/**
 * A value of an enumeration of the service's API. The enumerations are open: a value that
 * this version does not know is kept as it is, so compare with {@code equals} and expect
 * values beyond the constants.
 *
 * @since 0.1.0
 */
public interface EnumValue {

	/**
	 * Return the value as sent on the wire.
	 * @return the value
	 */
	String value();

}
