package io.bedrockruntime.autoconfigure.internal.aws;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Settings that all AWS SDKs share, from system properties, environment variables and the
 * profile. A blank value is ignored.
 */
public class AwsSettings {

	private static final String ENDPOINT_URL = "endpoint_url";

	private final Environment environment;

	private final AwsProfile profile;

	private final @Nullable SpringCloudAwsSettings librarySettings;

	public AwsSettings(Environment environment, AwsProfile profile, @Nullable SpringCloudAwsSettings librarySettings) {
		this.environment = environment;
		this.profile = profile;
		this.librarySettings = librarySettings;
	}

	/**
	 * Return the setting that enables FIPS endpoints, or {@code null}.
	 */
	@Nullable SourcedSetting fips(@Nullable SourcedSetting property) {
		SourcedSetting setting = (property == null && this.librarySettings != null) ? this.librarySettings.fips()
				: property;
		return flag(setting, "aws.useFipsEndpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
	}

	/**
	 * Return the setting that enables dual-stack endpoints, or {@code null}.
	 */
	@Nullable SourcedSetting dualstack(@Nullable SourcedSetting property) {
		SourcedSetting setting = (property == null && this.librarySettings != null) ? this.librarySettings.dualstack()
				: property;
		return flag(setting, "aws.useDualstackEndpoint", "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
	}

	/**
	 * Return the setting that enables a flag, or {@code null}.
	 */
	private @Nullable SourcedSetting flag(@Nullable SourcedSetting property, String systemProperty, String variable,
			String profileKey) {
		SourcedSetting setting = property;
		setting = (setting != null) ? setting : variable(systemProperty);
		setting = (setting != null) ? setting : variable(variable);
		setting = (setting != null) ? setting : this.profile.setting(profileKey);
		return (setting != null && setting.isTrue()) ? setting : null;
	}

	/**
	 * Return a setting, in the precedence of the AWS SDK for Java.
	 */
	public @Nullable SourcedSetting value(String systemProperty, String variable, String profileKey) {
		SourcedSetting setting = variable(systemProperty);
		setting = (setting != null) ? setting : variable(variable);
		return (setting != null) ? setting : this.profile.setting(profileKey);
	}

	/**
	 * Return the endpoint for this service or for all services, in the precedence of the
	 * AWS SDK for Java: system properties before environment variables before the
	 * profile, and in each of them the specific setting before the general one. The
	 * endpoint of Spring Cloud AWS applies to all services, and comes after the settings
	 * for this service.
	 */
	@Nullable SourcedSetting endpoint() {
		SourcedSetting ofLibrary = (this.librarySettings != null) ? this.librarySettings.endpoint() : null;
		if (flag(null, "aws.ignoreConfiguredEndpointUrls", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
				"ignore_configured_endpoint_urls") != null) {
			return ofLibrary;
		}
		SourcedSetting setting = variable("aws.endpointUrlBedrockRuntime");
		setting = (setting != null || ofLibrary != null) ? setting : variable("aws.endpointUrl");
		setting = (setting != null) ? setting : variable("AWS_ENDPOINT_URL_BEDROCK_RUNTIME");
		setting = (setting != null || ofLibrary != null) ? setting : variable("AWS_ENDPOINT_URL");
		setting = (setting != null) ? setting : this.profile.serviceSetting("bedrock_runtime", ENDPOINT_URL);
		setting = (setting != null) ? setting : ofLibrary;
		return (setting != null) ? setting : this.profile.setting(ENDPOINT_URL);
	}

	/**
	 * Return whether an endpoint comes from Spring Cloud AWS.
	 */
	public boolean isOfLibrary(@Nullable SourcedSetting endpoint) {
		return endpoint != null && this.librarySettings != null && endpoint.equals(this.librarySettings.endpoint());
	}

	private @Nullable SourcedSetting variable(String name) {
		return setting(this.environment.getProperty(name), "'" + name + "'");
	}

	public static @Nullable SourcedSetting setting(@Nullable String value, String source) {
		return (value != null && !value.isBlank()) ? new SourcedSetting(value.strip(), source, null) : null;
	}

}
