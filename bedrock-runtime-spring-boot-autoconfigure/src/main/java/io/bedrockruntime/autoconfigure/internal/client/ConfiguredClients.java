package io.bedrockruntime.autoconfigure.internal.client;

import java.util.List;
import java.util.Map;

/**
 * The clients that were made, the unnamed one first if it is one of these, and what is
 * wrong with those with a name that could not be made.
 *
 * @param usable the clients that were made
 * @param unusable what is wrong, by the name of the client
 */
public record ConfiguredClients(List<ConfiguredClient> usable, Map<String, RuntimeException> unusable) {

	public ConfiguredClients {
		usable = List.copyOf(usable);
	}

	/** Without failures, whose messages are for the log. */
	@Override
	public String toString() {
		return this.usable + ", unusable: " + this.unusable.keySet();
	}

}
