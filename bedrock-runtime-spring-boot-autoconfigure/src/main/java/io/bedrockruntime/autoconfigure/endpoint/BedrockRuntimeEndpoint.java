package io.bedrockruntime.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.bedrockruntime.autoconfigure.endpoint.EndpointDescriptors.ClientDescriptor;
import io.bedrockruntime.autoconfigure.endpoint.EndpointDescriptors.ClientsDescriptor;
import io.bedrockruntime.autoconfigure.internal.client.DescribedClients;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that tells which clients there are and how each of them
 * calls the Amazon Bedrock Runtime. It tells what is known and asks nobody for more.
 */
@Endpoint(id = "bedrockruntime")
class BedrockRuntimeEndpoint {

	private final Supplier<DescribedClients> clients;

	BedrockRuntimeEndpoint(Supplier<DescribedClients> clients) {
		this.clients = clients;
	}

	@ReadOperation
	ClientsDescriptor clients() {
		DescribedClients described = this.clients.get();
		Map<String, ClientDescriptor> clients = new LinkedHashMap<>();
		described.usable().forEach((client) -> clients.put(client.name(), EndpointDescriptors.of(client)));
		described.unusable().forEach((name, failure) -> clients.put(name, EndpointDescriptors.of(failure)));
		return new ClientsDescriptor(clients);
	}

}
