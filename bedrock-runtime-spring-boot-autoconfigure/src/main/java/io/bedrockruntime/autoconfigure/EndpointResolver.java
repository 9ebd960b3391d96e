package io.bedrockruntime.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint, if there is one other than the region's own.
 */
class EndpointResolver {

	static final String PROPERTY = BedrockRuntimeProperties.PREFIX + ".endpoint";

	private static final String ACTION = "Set it to a URL such as 'https://vpce-1234.bedrock-runtime.eu-central-1."
			+ "vpce.amazonaws.com', or remove it to call the region's own endpoint.";

	private final BedrockRuntimeConnectionDetails details;

	private final BedrockRuntimeProperties properties;

	EndpointResolver(BedrockRuntimeConnectionDetails details, BedrockRuntimeProperties properties) {
		this.details = details;
		this.properties = properties;
	}

	@Nullable URI resolve() {
		URI endpoint = this.details.getEndpoint();
		if (isSet(endpoint) && !(this.details instanceof PropertiesBedrockRuntimeConnectionDetails)) {
			return validate(endpoint, "The endpoint of the connection details");
		}
		endpoint = this.properties.getEndpoint();
		return isSet(endpoint) ? validate(endpoint, "'" + PROPERTY + "'", PROPERTY) : null;
	}

	private static boolean isSet(@Nullable URI endpoint) {
		return endpoint != null && !endpoint.toString().isEmpty();
	}

	private static @Nullable URI validate(@Nullable URI endpoint, String what, String... properties) {
		String fault = (endpoint != null) ? fault(endpoint) : null;
		if (fault != null) {
			throw new InvalidBedrockRuntimeConfigurationException(what + " " + fault, ACTION, properties);
		}
		return endpoint;
	}

	private static @Nullable String fault(URI endpoint) {
		if (!"http".equalsIgnoreCase(endpoint.getScheme()) && !"https".equalsIgnoreCase(endpoint.getScheme())) {
			return "is not an absolute http or https URL";
		}
		if (endpoint.getRawUserInfo() != null) {
			return "has a user before its host, and a URL is no place for credentials";
		}
		if (endpoint.getHost() == null) {
			return "has no valid host";
		}
		if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
			return "has a query or fragment, to which no path can be appended";
		}
		return null;
	}

}
