package io.bedrockruntime.autoconfigure.internal.client;

import java.util.List;
import java.util.Map;

/**
 * Clients that were created, the unnamed one first if it is auto-configured, and the
 * failures of named ones that could not be created.
 *
 * @param usable the clients that were created
 * @param unusable the failures by the name of the client
 */
public record ConfiguredClients(List<ConfiguredClient> usable, Map<String, RuntimeException> unusable) {

	public ConfiguredClients {
		usable = List.copyOf(usable);
	}

	/** Without failures, whose messages are only for the log. */
	@Override
	public String toString() {
		return this.usable + ", unusable: " + this.unusable.keySet();
	}

}
