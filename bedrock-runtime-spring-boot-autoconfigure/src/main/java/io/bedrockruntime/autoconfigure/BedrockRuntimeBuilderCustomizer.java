package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.BedrockRuntimeBuilder;

/**
 * Callback interface that can be used to customize the builder of the auto-configured
 * clients. It is called for each client, after connection details, properties and beans
 * have been applied.
 * <p>
 * A builder takes either credentials or an API key: to set one, set the other to {@code
 * null}. Connect and acquire timeouts belong to the connections, which are created from
 * the properties.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BedrockRuntimeBuilderCustomizer {

	/**
	 * Customize the builder of any client.
	 * @param builder the builder to customize
	 */
	void customize(BedrockRuntimeBuilder builder);

	/**
	 * Customize the builder of a client. By default, all clients are customized in the
	 * same way.
	 * @param name the name of the client, or {@link BedrockRuntimeClients#UNNAMED}
	 * @param builder the builder to customize
	 */
	default void customize(String name, BedrockRuntimeBuilder builder) {
		customize(builder);
	}

}
