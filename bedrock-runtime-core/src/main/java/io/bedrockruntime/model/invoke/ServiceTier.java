package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * The tier that processes a call.
 *
 * @param type the tier
 * @since 0.1.0
 */
public record ServiceTier(ServiceTierType type) implements Structure {

	/**
	 * Check the required components.
	 * @param type the tier
	 */
	public ServiceTier {
		Assert.notNull(type, "'type' must not be null");
	}

}
