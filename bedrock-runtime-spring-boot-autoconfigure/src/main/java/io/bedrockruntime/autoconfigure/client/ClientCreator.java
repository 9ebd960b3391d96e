package io.bedrockruntime.autoconfigure.client;

import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.internal.aws.AwsProfile;
import io.bedrockruntime.autoconfigure.internal.aws.AwsSettings;
import io.bedrockruntime.autoconfigure.internal.aws.ClientEndpoint;
import io.bedrockruntime.autoconfigure.internal.aws.EndpointResolver;
import io.bedrockruntime.autoconfigure.internal.aws.RegionResolver;
import io.bedrockruntime.autoconfigure.internal.aws.RegionValidator;
import io.bedrockruntime.autoconfigure.internal.aws.SourcedSetting;
import io.bedrockruntime.autoconfigure.internal.client.ClientSettings;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.credentials.AuthenticationResolver;
import io.bedrockruntime.autoconfigure.internal.credentials.BedrockRuntimeAuthentication;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnector;
import io.bedrockruntime.autoconfigure.internal.http.HttpSettings;
import io.bedrockruntime.http.ConnectionPool;
import io.bedrockruntime.http.HttpClientResources;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates a client from its properties and the dependencies that all clients share.
 */
class ClientCreator {

	private static final Log logger = LogFactory.getLog(ClientCreator.class);

	private final ClientDependencies dependencies;

	private final String name;

	private final BedrockRuntimeClientProperties properties;

	private final AwsProfile profile;

	private final AwsSettings awsSettings;

	ClientCreator(ClientDependencies dependencies, String name, BedrockRuntimeClientProperties properties,
			AwsProfile profile) {
		this.dependencies = dependencies;
		this.name = name;
		this.properties = properties;
		this.profile = profile;
		this.awsSettings = new AwsSettings(dependencies.environment(), profile, dependencies.librarySettings());
	}

	SourcedSetting region() {
		return new RegionResolver(this.dependencies.details(), this.properties, this.profile,
				this.dependencies.librarySettings())
			.resolve(this.dependencies.regionProviders(), this.dependencies.regionCache());
	}

	ClientEndpoint endpoint() {
		return new EndpointResolver(this.dependencies.details(), this.properties, this.awsSettings).resolve();
	}

	AuthenticationResolver authentication() {
		return new AuthenticationResolver(this.dependencies.details(), this.properties.getCredentials(),
				this.dependencies.environment(), this.profile, this.dependencies.beanFactory());
	}

	/**
	 * Create the client.
	 * @param connector the connector; {@code null} if the application defines one
	 * @param connections the HTTP client resources, if there are any
	 */
	ConfiguredClient create(ClientEndpoint endpoint, SourcedSetting region, BedrockRuntimeAuthentication authentication,
			@Nullable BedrockRuntimeConnector connector, Supplier<@Nullable HttpClientResources> connections) {
		RegionValidator.check(region, endpoint);
		logSharedEndpoint(endpoint);
		BedrockRuntimeBuilder builder = ReactiveBedrockRuntimeTemplate.builder();
		BedrockRuntimePropertiesMapper mapper = new BedrockRuntimePropertiesMapper(this.properties);
		mapper.applyTo(builder);
		ClientSettings settings = mapper.settings(new RetrySettingsResolver(this.properties, this.profile).resolve());
		settings.applyTo(builder);
		endpoint.applyTo(builder);
		new UserAgentResolver(this.properties, this.awsSettings).applyTo(builder);
		builder.region(region.value());
		authentication.applyTo(builder);
		connect(builder, connector);
		this.dependencies.customizers()
			.orderedStream()
			.forEach((customizer) -> customizer.customize(this.name, builder));
		return new ConfiguredClient(this.name, region, endpoint, authentication, settings, builder.build(),
				() -> pools(connections.get()), connector);
	}

	/**
	 * Log that the endpoint is shared with all other AWS services: this is easily
	 * overlooked, and that server may not support Bedrock.
	 */
	private void logSharedEndpoint(ClientEndpoint endpoint) {
		SourcedSetting setting = endpoint.setting();
		if (setting != null && this.awsSettings.isOfLibrary(setting)) {
			logger.info("Client '%s' of the Amazon Bedrock Runtime uses the endpoint of Spring Cloud AWS (%s). "
				.formatted(this.name, StringUtils.uncapitalize(setting.source()))
					+ "If that endpoint is only for other services, set '%s'.".formatted(EndpointResolver.PROPERTY));
		}
	}

	private void connect(BedrockRuntimeBuilder builder, @Nullable BedrockRuntimeConnector connector) {
		HttpSettings httpSettings = new HttpSettings(this.properties.getHttp());
		builder.connectionSettings(httpSettings.connectionSettings());
		if (connector != null) {
			builder.http2Connector(connector::buildHttp2);
		}
		else {
			httpSettings.warnOfUnused("a bean of the application");
		}
		// Created with the first call: at start, this would take up to a second.
		builder.lazyWebClientBuilder(() -> {
			WebClient.Builder webClientBuilder = this.dependencies.webClientBuilders()
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
