package io.bedrockruntime.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.http.ConnectionPool;
import io.bedrockruntime.http.HttpClientResources;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes a client from its properties and what all clients are made with.
 */
class ClientAssembly {

	private static final Log logger = LogFactory.getLog(ClientAssembly.class);

	private final ClientParts parts;

	private final String name;

	private final BedrockRuntimeClientProperties properties;

	private final AwsProfile profile;

	private final AwsSettings awsSettings;

	ClientAssembly(ClientParts parts, String name, BedrockRuntimeClientProperties properties, AwsProfile profile) {
		this.parts = parts;
		this.name = name;
		this.properties = properties;
		this.profile = profile;
		this.awsSettings = new AwsSettings(parts.environment(), profile, parts.librarySettings());
	}

	AwsSetting region() {
		return new RegionResolver(this.parts.details(), this.properties, this.profile, this.parts.librarySettings())
			.resolve(this.parts.regionProviders(), this.parts.regionAnswers());
	}

	ClientEndpoint endpoint() {
		return new EndpointResolver(this.parts.details(), this.properties, this.awsSettings).resolve();
	}

	AuthenticationResolver authentication() {
		return new AuthenticationResolver(this.parts.details(), this.properties.getCredentials(),
				this.parts.environment(), this.profile, this.parts.beanFactory());
	}

	/**
	 * Make the client.
	 * @param connector its connector; {@code null} if the application has one
	 * @param connections its connections, if it has some
	 */
	ClientDescription assemble(ClientEndpoint endpoint, AwsSetting region, BedrockRuntimeAuthentication authentication,
			@Nullable BedrockRuntimeConnector connector, Supplier<@Nullable HttpClientResources> connections) {
		RegionNames.check(region, endpoint);
		tellOfSharedEndpoint(endpoint);
		BedrockRuntimeBuilder builder = ReactiveBedrockRuntimeTemplate.builder();
		BedrockRuntimePropertiesMapper mapper = new BedrockRuntimePropertiesMapper(this.properties);
		mapper.applyTo(builder);
		ClientBehaviour behaviour = mapper.behaviour(new RetriesResolver(this.properties, this.profile).resolve());
		behaviour.applyTo(builder);
		endpoint.applyTo(builder);
		new UserAgentResolver(this.properties, this.awsSettings).applyTo(builder);
		builder.region(region.value());
		authentication.applyTo(builder);
		connect(builder, connector);
		this.parts.customizers().orderedStream().forEach((customizer) -> customizer.customize(this.name, builder));
		return new ClientDescription(this.name, region, endpoint, authentication, behaviour, builder.build(),
				() -> pools(connections.get()), connector);
	}

	/**
	 * Tell that calls go where those to all other services go, which is easily overlooked
	 * and may be a server that has no Bedrock.
	 */
	private void tellOfSharedEndpoint(ClientEndpoint endpoint) {
		AwsSetting setting = endpoint.setting();
		if (setting != null && this.awsSettings.isOfLibrary(setting)) {
			logger.info("Client '%s' of the Amazon Bedrock Runtime takes its endpoint from Spring Cloud AWS (%s). "
				.formatted(this.name, StringUtils.uncapitalize(setting.source()))
					+ "If that is for other services only, set '%s'.".formatted(EndpointResolver.PROPERTY));
		}
	}

	private void connect(BedrockRuntimeBuilder builder, @Nullable BedrockRuntimeConnector connector) {
		HttpSettings httpSettings = new HttpSettings(this.properties);
		builder.connectionSettings(httpSettings.connectionSettings());
		if (connector != null) {
			builder.http2Connector(connector::buildHttp2);
		}
		else {
			httpSettings.warnOfUnused("a bean of the application");
		}
		// With the first call, and not with the application's start, which it would make
		// longer by a second on a small machine.
		builder.lazyWebClientBuilder(() -> {
			WebClient.Builder webClientBuilder = this.parts.webClientBuilders()
				.getIfAvailable(WebClient::builder)
				.clone();
			if (connector != null) {
				connector.applyTo(webClientBuilder);
			}
			return webClientBuilder;
		});
	}

	private static List<ConnectionPool> pools(@Nullable HttpClientResources connections) {
		return (connections != null) ? connections.pools() : List.of();
	}

}
