package io.bedrockruntime.autoconfigure.internal.aws;

import java.util.Locale;

import io.bedrockruntime.autoconfigure.internal.config.ClientPropertyNames;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Setting and its source.
 *
 * @param value the value
 * @param source the source, as an error message names it
 * @param property the property, if it comes from one of ours
 */
public record SourcedSetting(String value, String source, @Nullable String property) {

	boolean isTrue() {
		return switch (this.value.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw failure("is neither true nor false", "Set it to one of them, or remove it.");
		};
	}

	InvalidBedrockRuntimeConfigurationException failure(String fault, String action) {
		return new InvalidBedrockRuntimeConfigurationException(this.source + " " + fault, action,
				(this.property != null) ? new String[] { this.property } : new String[0]);
	}

	/**
	 * Return the setting with the property names of a named client.
	 */
	public SourcedSetting in(ClientPropertyNames names) {
		return new SourcedSetting(this.value, names.in(this.source),
				(this.property != null) ? names.in(this.property) : null);
	}

	@Override
	public String toString() {
		return this.source;
	}

}
