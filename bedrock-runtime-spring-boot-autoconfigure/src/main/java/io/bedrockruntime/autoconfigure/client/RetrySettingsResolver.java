package io.bedrockruntime.autoconfigure.client;

import java.util.Locale;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeRetryProperties;
import io.bedrockruntime.autoconfigure.internal.aws.AwsProfile;
import io.bedrockruntime.autoconfigure.internal.aws.AwsSettings;
import io.bedrockruntime.autoconfigure.internal.aws.SourcedSetting;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.settings.RetrySettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Resolves the retry settings of a client from its properties, then from the environment,
 * and then from the profile, as the AWS SDKs do.
 */
class RetrySettingsResolver {

	private static final String MODE = BedrockRuntimeProperties.PREFIX + ".retry.mode";

	private static final String MAX_ATTEMPTS = BedrockRuntimeProperties.PREFIX + ".retry.max-attempts";

	private final BedrockRuntimeRetryProperties retry;

	private final AwsProfile profile;

	RetrySettingsResolver(BedrockRuntimeClientProperties properties, AwsProfile profile) {
		this.retry = properties.getRetry();
		this.profile = profile;
	}

	RetrySettings resolve() {
		RetrySettings retries = ofMode();
		Integer maxAttempts = this.retry.getMaxAttempts();
		if (retries.mode() == RetrySettings.Mode.NONE) {
			if (maxAttempts != null && maxAttempts != 1) {
				throw new InvalidBedrockRuntimeConfigurationException(
						"'%s' is set to 'none', but '%s' is %d".formatted(MODE, MAX_ATTEMPTS, maxAttempts),
						"Remove '" + MAX_ATTEMPTS + "', or set '" + MODE + "' to standard.", MODE, MAX_ATTEMPTS);
			}
			return retries;
		}
		if (maxAttempts == null) {
			maxAttempts = maxAttemptsOfAws();
		}
		else if (maxAttempts < 1) {
			throw InvalidBedrockRuntimeConfigurationException.of(MAX_ATTEMPTS,
					"is %d, but must be at least 1".formatted(maxAttempts),
					"Set it to the number of times to send a request, the first time included; 1 means no retries.");
		}
		return ((maxAttempts != null) ? retries.withMaxAttempts(maxAttempts) : retries)
			.withResponseTimeouts(this.retry.isResponseTimeouts());
	}

	private RetrySettings ofMode() {
		RetrySettings.Mode mode = this.retry.getMode();
		if (mode == null) {
			return modeOfAws();
		}
		return switch (mode) {
			case STANDARD -> RetrySettings.standard();
			case ADAPTIVE -> RetrySettings.adaptive();
			case NONE -> RetrySettings.none();
		};
	}

	/**
	 * The legacy mode is treated as the standard one.
	 */
	private RetrySettings modeOfAws() {
		SourcedSetting setting = setting(SdkSystemSetting.AWS_RETRY_MODE, "retry_mode");
		if (setting == null) {
			return RetrySettings.standard();
		}
		return switch (setting.value().toLowerCase(Locale.ROOT)) {
			case "standard", "legacy" -> RetrySettings.standard();
			case "adaptive" -> RetrySettings.adaptive();
			default -> throw invalid(setting, "neither standard nor adaptive", MODE);
		};
	}

	private @Nullable Integer maxAttemptsOfAws() {
		SourcedSetting setting = setting(SdkSystemSetting.AWS_MAX_ATTEMPTS, "max_attempts");
		if (setting == null) {
			return null;
		}
		try {
			int maxAttempts = Integer.parseInt(setting.value());
			if (maxAttempts > 0) {
				return maxAttempts;
			}
		}
		catch (NumberFormatException ex) {
			// handled like a number that is too small
		}
		throw invalid(setting, "not a number greater than zero", MAX_ATTEMPTS);
	}

	private @Nullable SourcedSetting setting(SdkSystemSetting system, String ofProfile) {
		SourcedSetting setting = AwsSettings.setting(system.getStringValue().orElse(null),
				"The system property '%s' or the environment variable '%s'".formatted(system.property(),
						system.environmentVariable()));
		return (setting != null) ? setting : this.profile.setting(ofProfile);
	}

	private static InvalidBedrockRuntimeConfigurationException invalid(SourcedSetting setting, String fault,
			String property) {
		return new InvalidBedrockRuntimeConfigurationException(setting.source() + " is " + fault,
				"Correct it, or set '" + property + "', which takes precedence.", property);
	}

}
