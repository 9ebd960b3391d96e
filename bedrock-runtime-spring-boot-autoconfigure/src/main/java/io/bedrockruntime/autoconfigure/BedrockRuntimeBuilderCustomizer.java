package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.BedrockRuntimeBuilder;

/**
 * Callback interface that can be used to customize the builder of the auto-configured
 * clients. It is called last, after connection details, properties and beans were
 * applied, for each client.
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
	 * Customize the builder of a client, whichever it is.
	 * @param builder the builder to customize
	 */
	void customize(BedrockRuntimeBuilder builder);

	/**
	 * Customize the builder of a client. Unless it is overridden, all clients are
	 * customized alike.
	 * @param name the name of the client, or {@link BedrockRuntimeClients#UNNAMED}
	 * @param builder the builder to customize
	 */
	default void customize(String name, BedrockRuntimeBuilder builder) {
		customize(builder);
	}

}
