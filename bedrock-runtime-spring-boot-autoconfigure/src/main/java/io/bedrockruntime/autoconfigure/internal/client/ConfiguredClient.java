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
 * A client, and what it was made from before customizers had their turn.
 *
 * @param name the name of the client, or {@link BedrockRuntimeClients#UNNAMED}
 * @param region its region, and where that was found
 * @param endpoint its endpoint, and where that was found
 * @param authentication how it authenticates
 * @param settings what it does with requests
 * @param template the client
 * @param pools its pools of connections as they are when asked
 * @param connector what makes its connections; {@code null} if the application has that
 */
public record ConfiguredClient(String name, SourcedSetting region, ClientEndpoint endpoint,
		BedrockRuntimeAuthentication authentication, ClientSettings settings, ReactiveBedrockRuntimeTemplate template,
		Supplier<List<ConnectionPool>> pools, @Nullable BedrockRuntimeConnector connector) {

	@Override
	public String toString() {
		return "client '" + this.name + "'";
	}

}
