package io.bedrockruntime.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.bedrockruntime.autoconfigure.endpoint.EndpointDescriptors.ClientDescriptor;
import io.bedrockruntime.autoconfigure.endpoint.EndpointDescriptors.ClientsDescriptor;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that describes the clients of the Amazon Bedrock Runtime. It
 * reports cached values and contacts neither providers nor the service.
 */
@Endpoint(id = "bedrockruntime")
class BedrockRuntimeEndpoint {

	private final Supplier<ConfiguredClients> clients;

	BedrockRuntimeEndpoint(Supplier<ConfiguredClients> clients) {
		this.clients = clients;
	}

	@ReadOperation
	ClientsDescriptor clients() {
		ConfiguredClients configured = this.clients.get();
		Map<String, ClientDescriptor> clients = new LinkedHashMap<>();
		configured.usable().forEach((client) -> clients.put(client.name(), EndpointDescriptors.of(client)));
		configured.unusable().forEach((name, failure) -> clients.put(name, EndpointDescriptors.of(failure)));
		return new ClientsDescriptor(clients);
	}

}
