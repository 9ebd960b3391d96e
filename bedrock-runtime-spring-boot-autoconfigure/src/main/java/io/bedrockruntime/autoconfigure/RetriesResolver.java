package io.bedrockruntime.autoconfigure;

import java.util.Locale;

import io.bedrockruntime.Retries;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;

import org.springframework.util.StringUtils;

/**
 * Finds out how failed requests are retried: as the properties say, and where they say
 * nothing as AWS's SDKs are told to by the environment.
 */
class RetriesResolver {

	private static final String MODE = BedrockRuntimeProperties.PREFIX + ".retry.mode";

	private static final String MAX_ATTEMPTS = BedrockRuntimeProperties.PREFIX + ".retry.max-attempts";

	private final BedrockRuntimeRetryProperties retry;

	RetriesResolver(BedrockRuntimeProperties properties) {
		this.retry = properties.getRetry();
	}

	Retries resolve() {
		Retries retries = ofMode();
		Integer maxAttempts = this.retry.getMaxAttempts();
		if (retries.mode() == Retries.Mode.NONE) {
			if (maxAttempts != null && maxAttempts != 1) {
				throw new InvalidBedrockRuntimeConfigurationException(
						"'%s' is none, and yet '%s' is %d".formatted(MODE, MAX_ATTEMPTS, maxAttempts),
						"Remove '" + MAX_ATTEMPTS + "', or set '" + MODE + "' to standard.", MODE, MAX_ATTEMPTS);
			}
			return retries;
		}
		if (maxAttempts == null) {
			maxAttempts = maxAttemptsOfEnvironment();
		}
		else if (maxAttempts < 1) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s' is %d, which is less than 1".formatted(MAX_ATTEMPTS, maxAttempts),
					"Set it to the number of times to send a request, the first time included; 1 means no retries.",
					MAX_ATTEMPTS);
		}
		return ((maxAttempts != null) ? retries.withMaxAttempts(maxAttempts) : retries)
			.withResponseTimeouts(this.retry.isResponseTimeouts());
	}

	private Retries ofMode() {
		Retries.Mode mode = this.retry.getMode();
		if (mode == null) {
			return modeOfEnvironment();
		}
		return switch (mode) {
			case STANDARD -> Retries.standard();
			case ADAPTIVE -> Retries.adaptive();
			case NONE -> Retries.none();
		};
	}

	/**
	 * The legacy mode is that of SDKs which have not changed to the standard one yet.
	 */
	private static Retries modeOfEnvironment() {
		String mode = setting(SdkSystemSetting.AWS_RETRY_MODE);
		if (mode == null) {
			return Retries.standard();
		}
		return switch (mode.toLowerCase(Locale.ROOT)) {
			case "standard", "legacy" -> Retries.standard();
			case "adaptive" -> Retries.adaptive();
			default -> throw invalid(SdkSystemSetting.AWS_RETRY_MODE, "neither standard nor adaptive", MODE);
		};
	}

	private static @Nullable Integer maxAttemptsOfEnvironment() {
		String value = setting(SdkSystemSetting.AWS_MAX_ATTEMPTS);
		if (value == null) {
			return null;
		}
		try {
			int maxAttempts = Integer.parseInt(value);
			if (maxAttempts > 0) {
				return maxAttempts;
			}
		}
		catch (NumberFormatException ex) {
			// as wrong as one that is too small
		}
		throw invalid(SdkSystemSetting.AWS_MAX_ATTEMPTS, "no number from 1", MAX_ATTEMPTS);
	}

	private static @Nullable String setting(SdkSystemSetting setting) {
		String value = setting.getStringValue().orElse(null);
		return (value != null && StringUtils.hasText(value)) ? value.strip() : null;
	}

	private static InvalidBedrockRuntimeConfigurationException invalid(SdkSystemSetting setting, String fault,
			String property) {
		return new InvalidBedrockRuntimeConfigurationException(
				"The system property '%s' or the environment variable '%s' is %s".formatted(setting.property(),
						setting.environmentVariable(), fault),
				"Correct it, or set '" + property + "', which goes before it.", property);
	}

}
