package io.bedrockruntime.autoconfigure.client;

import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.internal.aws.AwsProfile;
import io.bedrockruntime.autoconfigure.internal.aws.ClientEndpoint;
import io.bedrockruntime.autoconfigure.internal.aws.SourcedSetting;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.config.ClientPropertyNames;
import io.bedrockruntime.autoconfigure.internal.credentials.AuthenticationResolver;
import io.bedrockruntime.autoconfigure.internal.credentials.BedrockRuntimeAuthentication;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnector;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnectorFactory;
import io.bedrockruntime.http.HttpClientResources;
import org.jspecify.annotations.Nullable;

/**
 * Named client, and the resources that are closed with it.
 */
final class NamedClient implements AutoCloseable {

	private final ConfiguredClient client;

	private final BedrockRuntimeTemplate blocking;

	private final @Nullable HttpClientResources connections;

	private NamedClient(ConfiguredClient client, @Nullable HttpClientResources connections) {
		this.client = client;
		this.blocking = new BedrockRuntimeTemplate(client.template());
		this.connections = connections;
	}

	static NamedClient create(String name, ClientDependencies dependencies) {
		NamedClientProperties named = NamedClientProperties.bind(name, dependencies.environment());
		BedrockRuntimeClientProperties properties = named.properties();
		AwsProfile profile = new AwsProfile(properties.getCredentials(), dependencies.environment());
		ClientCreator creator = new ClientCreator(dependencies, name, properties, profile);
		ClientPropertyNames names = new ClientPropertyNames(name, dependencies.environment());
		SourcedSetting region = creator.region().in(names);
		ClientEndpoint endpoint = creator.endpoint().in(names);
		if (named.hasOwnRegion() && !named.ownEndpoint()) {
			endpoint.requireRegion(region);
		}
		AuthenticationResolver resolver = creator.authentication();
		BedrockRuntimeAuthentication authentication = named.hasOwnCredentials()
				? resolver.resolveProperties(region::value) : resolver.resolve(region::value);
		HttpClientResources connections = null;
		try {
			BedrockRuntimeConnectorFactory connectors = dependencies.connectors();
			BedrockRuntimeConnector connector = null;
			if (connectors != null) {
				HttpClientResources own = connectors.connections(properties);
				connections = own;
				connector = connectors.connector(properties, () -> own);
			}
			HttpClientResources made = connections;
			return new NamedClient(creator.create(endpoint, region, authentication, connector, () -> made), made);
		}
		catch (RuntimeException ex) {
			close(authentication, connections);
			throw ex;
		}
	}

	ConfiguredClient configured() {
		return this.client;
	}

	BedrockRuntimeTemplate blocking() {
		return this.blocking;
	}

	@Override
	public void close() {
		this.client.template().close();
		close(this.client.authentication(), this.connections);
	}

	private static void close(BedrockRuntimeAuthentication authentication, @Nullable HttpClientResources connections) {
		if (connections != null) {
			connections.close();
		}
		authentication.close();
	}

}
