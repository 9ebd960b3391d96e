package io.bedrockruntime.autoconfigure.internal.client;

import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.internal.aws.ClientEndpoint;
import io.bedrockruntime.autoconfigure.internal.aws.SourcedSetting;
import io.bedrockruntime.autoconfigure.internal.credentials.BedrockRuntimeAuthentication;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnector;
import io.bedrockruntime.http.ConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * Client, and the settings it was created from, before customizers were applied.
 *
 * @param name the name of the client, or {@link BedrockRuntimeClients#UNNAMED}
 * @param region the region and its source
 * @param endpoint the endpoint and its source
 * @param authentication the authentication
 * @param settings the settings for requests
 * @param template the client
 * @param pools the current state of the connection pools
 * @param connector the HTTP connector; {@code null} if the application defines one
 */
public record ConfiguredClient(String name, SourcedSetting region, ClientEndpoint endpoint,
		BedrockRuntimeAuthentication authentication, ClientSettings settings, ReactiveBedrockRuntimeTemplate template,
		Supplier<List<ConnectionPool>> pools, @Nullable BedrockRuntimeConnector connector) {

	@Override
	public String toString() {
		return "client '" + this.name + "'";
	}

}
