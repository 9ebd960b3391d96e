package io.bedrockruntime.autoconfigure.internal.config;

import java.util.List;

/**
 * Thrown when the client cannot be created because of its configuration. The message
 * names properties, but no confidential values.
 */
public class InvalidBedrockRuntimeConfigurationException extends RuntimeException {

	private final String reason;

	private final List<String> properties;

	private final String action;

	public InvalidBedrockRuntimeConfigurationException(String reason, String action, String... properties) {
		super(reason);
		this.reason = reason;
		this.action = action;
		this.properties = List.of(properties);
	}

	/**
	 * Return an exception about one property.
	 * @param property the name of the property
	 * @param fault what is wrong, as the end of a sentence that begins with the property
	 * @param action how to correct it
	 */
	public static InvalidBedrockRuntimeConfigurationException of(String property, String fault, String action) {
		return new InvalidBedrockRuntimeConfigurationException("'" + property + "' " + fault, action, property);
	}

	/**
	 * Return a copy of this exception for another caller.
	 */
	InvalidBedrockRuntimeConfigurationException copy() {
		InvalidBedrockRuntimeConfigurationException copy = new InvalidBedrockRuntimeConfigurationException(this.reason,
				this.action, this.properties.toArray(String[]::new));
		copy.initCause(this);
		return copy;
	}

	String getReason() {
		return this.reason;
	}

	public List<String> getProperties() {
		return this.properties;
	}

	public String getAction() {
		return this.action;
	}

}
