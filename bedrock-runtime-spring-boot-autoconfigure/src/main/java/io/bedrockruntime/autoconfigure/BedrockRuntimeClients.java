package io.bedrockruntime.autoconfigure;

import java.util.Set;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;

/**
 * The clients of an application, by their names: those of
 * {@code bedrock.runtime.clients.<name>}, and the unnamed one of {@code bedrock.runtime}
 * as {@value #UNNAMED}. For a client that is chosen at run time; one that is known
 * beforehand is injected with its name as qualifier.
 *
 * @since 0.1.0
 */
public interface BedrockRuntimeClients {

	/**
	 * Name by which the unnamed client goes where a name is needed.
	 */
	String UNNAMED = "default";

	/**
	 * Return the names, those of clients that cannot be used included.
	 * @return the names
	 */
	Set<String> names();

	/**
	 * Return the blocking operations of a client.
	 * @param name the name of the client, as lenient as that of a property
	 * @return the operations
	 * @throws RuntimeException that tells why, if there is no such client or it is not
	 * configured correctly
	 */
	BedrockRuntimeOperations get(String name);

	/**
	 * Return the reactive operations of a client.
	 * @param name the name of the client, as lenient as that of a property
	 * @return the operations
	 * @throws RuntimeException that tells why, if there is no such client or it is not
	 * configured correctly
	 */
	ReactiveBedrockRuntimeOperations getReactive(String name);

}
