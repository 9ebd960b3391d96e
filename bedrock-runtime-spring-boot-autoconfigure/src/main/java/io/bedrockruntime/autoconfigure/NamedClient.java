package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.http.HttpClientResources;
import org.jspecify.annotations.Nullable;

/**
 * A client that has a name, with all that is closed with it.
 */
final class NamedClient implements AutoCloseable {

	private final ClientDescription description;

	private final BedrockRuntimeTemplate blocking;

	private final @Nullable HttpClientResources connections;

	private NamedClient(ClientDescription description, @Nullable HttpClientResources connections) {
		this.description = description;
		this.blocking = new BedrockRuntimeTemplate(description.template());
		this.connections = connections;
	}

	static NamedClient create(String name, ClientParts parts) {
		NamedClientProperties named = NamedClientProperties.bind(name, parts.environment());
		BedrockRuntimeClientProperties properties = named.properties();
		AwsProfile profile = new AwsProfile(properties.getCredentials(), parts.environment());
		ClientAssembly assembly = new ClientAssembly(parts, name, properties, profile);
		ClientPropertyNames names = new ClientPropertyNames(name, parts.environment());
		AwsSetting region = assembly.region().in(names);
		ClientEndpoint endpoint = assembly.endpoint().in(names);
		if (named.hasOwnRegion() && !named.ownEndpoint()) {
			endpoint.requireRegion(region);
		}
		AuthenticationResolver resolver = assembly.authentication();
		BedrockRuntimeAuthentication authentication = named.hasOwnCredentials()
				? resolver.resolveProperties(region::value) : resolver.resolve(region::value);
		HttpClientResources connections = null;
		try {
			BedrockRuntimeConnectors connectors = parts.connectors();
			BedrockRuntimeConnector connector = null;
			if (connectors != null) {
				HttpClientResources own = connectors.connections(properties);
				connections = own;
				connector = connectors.connector(properties, () -> own);
			}
			HttpClientResources made = connections;
			return new NamedClient(assembly.assemble(endpoint, region, authentication, connector, () -> made), made);
		}
		catch (RuntimeException ex) {
			close(authentication, connections);
			throw ex;
		}
	}

	ClientDescription description() {
		return this.description;
	}

	BedrockRuntimeTemplate blocking() {
		return this.blocking;
	}

	@Override
	public void close() {
		this.description.template().close();
		close(this.description.authentication(), this.connections);
	}

	private static void close(BedrockRuntimeAuthentication authentication, @Nullable HttpClientResources connections) {
		if (connections != null) {
			connections.close();
		}
		authentication.close();
	}

}
