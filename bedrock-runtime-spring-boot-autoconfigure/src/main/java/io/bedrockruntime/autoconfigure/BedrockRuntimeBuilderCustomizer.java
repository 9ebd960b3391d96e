package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.BedrockRuntimeBuilder;

/**
 * Callback interface that can be used to customize the builder of the auto-configured
 * client. It is called last, after connection details, properties and beans were applied.
 * <p>
 * A builder takes either credentials or an API key: to set one, set the other to
 * {@code null}. Connect and acquire timeouts belong to the connections, which are made
 * from the properties.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BedrockRuntimeBuilderCustomizer {

	/**
	 * Customize the builder.
	 * @param builder the builder to customize
	 */
	void customize(BedrockRuntimeBuilder builder);

}
