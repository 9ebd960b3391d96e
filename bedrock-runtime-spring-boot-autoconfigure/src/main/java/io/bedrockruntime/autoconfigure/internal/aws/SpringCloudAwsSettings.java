package io.bedrockruntime.autoconfigure.internal.aws;

import io.awspring.cloud.autoconfigure.core.AwsConnectionDetails;
import io.awspring.cloud.autoconfigure.core.AwsProperties;
import org.jspecify.annotations.Nullable;

/**
 * Settings of Spring Cloud AWS for all services, which take precedence over AWS's own
 * settings.
 *
 * @param region the region of its connection details
 * @param endpoint the endpoint of its connection details or properties
 * @param fips whether to call FIPS endpoints
 * @param dualstack whether to call dual-stack endpoints
 */
public record SpringCloudAwsSettings(@Nullable SourcedSetting region, @Nullable SourcedSetting endpoint,
		@Nullable SourcedSetting fips, @Nullable SourcedSetting dualstack) {

	public static SpringCloudAwsSettings of(@Nullable AwsConnectionDetails details,
			@Nullable AwsProperties properties) {
		SourcedSetting region = (details != null)
				? AwsSettings.setting(details.getRegion(), "The region of Spring Cloud AWS's connection details")
				: null;
		SourcedSetting endpoint = (details != null && details.getEndpoint() != null) ? AwsSettings
			.setting(details.getEndpoint().toString(), "The endpoint of Spring Cloud AWS's connection details") : null;
		if (properties == null) {
			return new SpringCloudAwsSettings(region, endpoint, null, null);
		}
		return new SpringCloudAwsSettings(region,
				(endpoint != null) ? endpoint : property("endpoint", properties.getEndpoint()),
				property("fips-enabled", properties.getFipsEnabled()),
				property("dualstack-enabled", properties.getDualstackEnabled()));
	}

	private static @Nullable SourcedSetting property(String name, @Nullable Object value) {
		String property = AwsProperties.CONFIG_PREFIX + "." + name;
		return (value != null) ? new SourcedSetting(value.toString(), "'" + property + "'", property) : null;
	}

}
