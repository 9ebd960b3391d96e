package io.bedrockruntime.model.asyncinvoke;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A tag of a resource.
 *
 * @param key the key
 * @param value the value
 * @since 0.1.0
 */
public record Tag(String key, @Sensitive String value) implements Structure {

	/**
	 * Check the required components.
	 * @param key the key
	 * @param value the value
	 */
	public Tag {
		Assert.notNull(key, "'key' must not be null");
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
