package io.bedrockruntime.autoconfigure.internal.aws;

import java.util.Locale;

import io.bedrockruntime.autoconfigure.internal.config.ClientPropertyNames;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A setting and where it was found.
 *
 * @param value what is set
 * @param source where, as an error message names it
 * @param property the property of ours, if it is one
 */
public record SourcedSetting(String value, String source, @Nullable String property) {

	boolean isTrue() {
		return switch (this.value.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw failure("is neither true nor false", "Set it to either, or remove it.");
		};
	}

	InvalidBedrockRuntimeConfigurationException failure(String fault, String action) {
		return new InvalidBedrockRuntimeConfigurationException(this.source + " " + fault, action,
				(this.property != null) ? new String[] { this.property } : new String[0]);
	}

	/**
	 * Return the setting as a client with a name has it.
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
