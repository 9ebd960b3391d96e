package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Service tier.
 *
 * @param type the type
 * @since 0.1.0
 */
public record ServiceTier(ServiceTierType type) implements Structure {

	/**
	 * Check what is required.
	 * @param type the type
	 */
	public ServiceTier {
		Assert.notNull(type, "'type' must not be null");
	}

}
