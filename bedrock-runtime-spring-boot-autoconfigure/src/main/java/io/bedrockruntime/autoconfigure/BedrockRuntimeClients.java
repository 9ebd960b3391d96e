package io.bedrockruntime.autoconfigure;

import java.util.Set;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;

/**
 * Access to the clients of an application by name: those of {@code
 * bedrock.runtime.clients.<name>}, and the unnamed one of {@code bedrock.runtime} as
 * {@value #UNNAMED}. Use it for a client that is chosen at run time. A client that is
 * known in advance can be injected with its name as qualifier.
 *
 * @since 0.1.0
 */
public interface BedrockRuntimeClients {

	/**
	 * Name of the unnamed client where a name is required.
	 */
	String UNNAMED = "default";

	/**
	 * Return the names of all clients, including those that cannot be used.
	 * @return the names
	 */
	Set<String> names();

	/**
	 * Return the blocking operations of a client.
	 * @param name the name of the client, with the relaxed rules of property names
	 * @return the operations
	 * @throws RuntimeException with the reason, if there is no such client or it is not
	 * configured correctly
	 */
	BedrockRuntimeOperations get(String name);

	/**
	 * Return the reactive operations of a client.
	 * @param name the name of the client, with the relaxed rules of property names
	 * @return the operations
	 * @throws RuntimeException with the reason, if there is no such client or it is not
	 * configured correctly
	 */
	ReactiveBedrockRuntimeOperations getReactive(String name);

}
