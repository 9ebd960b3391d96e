package io.bedrockruntime.autoconfigure.client;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeHttpProperties;
import io.bedrockruntime.autoconfigure.internal.aws.AwsSettings;
import io.bedrockruntime.autoconfigure.internal.aws.SourcedSetting;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import io.bedrockruntime.autoconfigure.internal.http.HttpSettings;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the application ID for the User-Agent header.
 */
class UserAgentResolver {

	private static final String PROPERTY = HttpSettings.PREFIX + "user-agent-app-id";

	private static final int MAX_LENGTH = 50;

	private final BedrockRuntimeHttpProperties properties;

	private final AwsSettings awsSettings;

	UserAgentResolver(BedrockRuntimeClientProperties properties, AwsSettings awsSettings) {
		this.properties = properties.getHttp();
		this.awsSettings = awsSettings;
	}

	void applyTo(BedrockRuntimeBuilder builder) {
		String appId = PropertyValidator.text(this.properties.getUserAgentAppId());
		if (appId == null) {
			builder.userAgentAppId(appIdOfAws());
			return;
		}
		try {
			builder.userAgentAppId(appId);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidBedrockRuntimeConfigurationException.of(PROPERTY, "is not a valid application ID",
					"Set it to 1 to 50 characters, each a letter, a digit or one of !#$%&'*+-.^_`|~");
		}
	}

	/**
	 * The AWS SDKs send such a value, or replace the characters that are not allowed. It
	 * must not prevent this client from starting.
	 */
	private @Nullable String appIdOfAws() {
		SourcedSetting setting = this.awsSettings.value("aws.userAgentAppId", "AWS_SDK_UA_APP_ID", "sdk_ua_app_id");
		if (setting == null) {
			return null;
		}
		String token = setting.value().replaceAll("[^A-Za-z0-9!#$%&'*+.^_`|~-]", "-");
		return token.substring(0, Math.min(MAX_LENGTH, token.length()));
	}

}
