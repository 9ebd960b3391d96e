package io.bedrockruntime.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Settings that all SDKs of AWS share: system properties, environment variables and the
 * profile. What is blank is as good as absent.
 */
class AwsSettings {

	private static final String ENDPOINT_URL = "endpoint_url";

	private final Environment environment;

	private final AwsProfile profile;

	AwsSettings(Environment environment, AwsProfile profile) {
		this.environment = environment;
		this.profile = profile;
	}

	/**
	 * Return whether a flag is on, and where.
	 */
	@Nullable AwsSetting flag(@Nullable AwsSetting property, String systemProperty, String variable, String profileKey) {
		AwsSetting setting = property;
		setting = (setting != null) ? setting : variable(systemProperty);
		setting = (setting != null) ? setting : variable(variable);
		setting = (setting != null) ? setting : this.profile.setting(profileKey);
		return (setting != null && setting.isTrue()) ? setting : null;
	}

	/**
	 * Return the endpoint that is configured for this service or for all, in the order of
	 * the AWS SDK for Java: what is nearer to the process first, and then what is more
	 * specific.
	 */
	@Nullable AwsSetting endpoint() {
		if (flag(null, "aws.ignoreConfiguredEndpointUrls", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
				"ignore_configured_endpoint_urls") != null) {
			return null;
		}
		AwsSetting setting = variable("aws.endpointUrlBedrockRuntime");
		setting = (setting != null) ? setting : variable("aws.endpointUrl");
		setting = (setting != null) ? setting : variable("AWS_ENDPOINT_URL_BEDROCK_RUNTIME");
		setting = (setting != null) ? setting : variable("AWS_ENDPOINT_URL");
		setting = (setting != null) ? setting : this.profile.serviceSetting("bedrock_runtime", ENDPOINT_URL);
		return (setting != null) ? setting : this.profile.setting(ENDPOINT_URL);
	}

	private @Nullable AwsSetting variable(String name) {
		return setting(this.environment.getProperty(name), "'" + name + "'");
	}

	static @Nullable AwsSetting setting(@Nullable String value, String source) {
		return (value != null && !value.isBlank()) ? new AwsSetting(value.strip(), source, null) : null;
	}

}
