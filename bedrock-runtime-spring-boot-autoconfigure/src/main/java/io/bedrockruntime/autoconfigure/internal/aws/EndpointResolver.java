package io.bedrockruntime.autoconfigure.internal.aws;

import java.net.URI;
import java.net.URISyntaxException;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Resolves the endpoint to call: a configured one, or the endpoint of the region in its
 * default, FIPS or dual-stack variant.
 */
public class EndpointResolver {

	public static final String PROPERTY = BedrockRuntimeProperties.PREFIX + ".endpoint";

	private static final String FIPS = BedrockRuntimeProperties.PREFIX + ".fips-enabled";

	private static final String DUALSTACK = BedrockRuntimeProperties.PREFIX + ".dualstack-enabled";

	private static final String ACTION = "Set it to a URL such as 'https://vpce-1234.bedrock-runtime.eu-central-1."
			+ "vpce.amazonaws.com', or remove it to call the endpoint of the region.";

	private final @Nullable BedrockRuntimeConnectionDetails details;

	private final BedrockRuntimeClientProperties properties;

	private final AwsSettings settings;

	public EndpointResolver(@Nullable BedrockRuntimeConnectionDetails details,
			BedrockRuntimeClientProperties properties, AwsSettings settings) {
		this.details = details;
		this.properties = properties;
		this.settings = settings;
	}

	/**
	 * Return the endpoint to call.
	 */
	public ClientEndpoint resolve() {
		SourcedSetting endpoint = endpoint();
		URI uri = (endpoint != null) ? toUri(endpoint) : null;
		SourcedSetting fips = this.settings.fips(property(FIPS, this.properties.getFipsEnabled()));
		SourcedSetting dualstack = this.settings.dualstack(property(DUALSTACK, this.properties.getDualstackEnabled()));
		rejectTogether(fips, FIPS, "the region's FIPS endpoint", endpoint);
		rejectTogether(dualstack, DUALSTACK, "the region's dual-stack endpoint", endpoint);
		return new ClientEndpoint(endpoint, uri, fips != null, dualstack != null);
	}

	private @Nullable SourcedSetting endpoint() {
		URI endpoint = (this.details != null) ? this.details.getEndpoint() : null;
		if (isSet(endpoint)) {
			return new SourcedSetting(String.valueOf(endpoint), "The endpoint of the connection details", null);
		}
		endpoint = this.properties.getEndpoint();
		return isSet(endpoint) ? property(PROPERTY, endpoint) : this.settings.endpoint();
	}

	private static boolean isSet(@Nullable URI endpoint) {
		return endpoint != null && !endpoint.toString().isEmpty();
	}

	private static @Nullable SourcedSetting property(String name, @Nullable Object value) {
		return (value != null) ? new SourcedSetting(value.toString(), "'" + name + "'", name) : null;
	}

	private static void rejectTogether(@Nullable SourcedSetting variant, String property, String what,
			@Nullable SourcedSetting endpoint) {
		if (variant != null && endpoint != null) {
			throw variant.failure(
					"selects %s, but %s selects another one".formatted(what,
							StringUtils.uncapitalize(endpoint.source())),
					"Set '%s' to false, or remove the endpoint.".formatted(property));
		}
	}

	/**
	 * Validate an endpoint that a property contains.
	 */
	public static URI validate(URI endpoint, String property) {
		return toUri(new SourcedSetting(endpoint.toString(), "'" + property + "'", property));
	}

	private static URI toUri(SourcedSetting endpoint) {
		String fault;
		try {
			URI uri = new URI(endpoint.value());
			fault = fault(uri);
			if (fault == null) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			fault = "is not a valid URL";
		}
		throw endpoint.failure(fault, ACTION);
	}

	private static @Nullable String fault(URI endpoint) {
		if (!"http".equalsIgnoreCase(endpoint.getScheme()) && !"https".equalsIgnoreCase(endpoint.getScheme())) {
			return "is not an absolute http or https URL";
		}
		if (endpoint.getRawUserInfo() != null) {
			return "contains user information, but a URL must not contain credentials";
		}
		if (endpoint.getHost() == null) {
			return "has no valid host";
		}
		if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
			return "has a query or fragment, to which a path cannot be appended";
		}
		return null;
	}

}
