package io.bedrockruntime.autoconfigure.internal.credentials;

import java.time.Duration;
import java.util.regex.Pattern;

import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import org.jspecify.annotations.Nullable;

/**
 * Role to assume.
 *
 * @param arn the ARN of the role
 * @param sessionName the name of the role session
 * @param externalId the external ID that the role's trust policy requires
 * @param duration the duration of the role session
 */
record AssumeRoleSettings(String arn, String sessionName, @Nullable String externalId, @Nullable Duration duration) {

	static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".credentials.assume-role.";

	static final String ARN = PREFIX + "arn";

	private static final PropertyValidator VALIDATOR = new PropertyValidator(PREFIX);

	private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/\\S+");

	private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

	private static final Duration MIN_DURATION = Duration.ofMinutes(15);

	private static final Duration MAX_DURATION = Duration.ofHours(12);

	/**
	 * Return the settings of the properties.
	 * @return the settings, or {@code null} if no role is to be assumed
	 */
	static @Nullable AssumeRoleSettings of(BedrockRuntimeCredentialsProperties.AssumeRole properties) {
		String arn = PropertyValidator.text(properties.getArn());
		String externalId = PropertyValidator.text(properties.getExternalId());
		Duration duration = properties.getDuration();
		if (arn == null) {
			VALIDATOR.requireOther("external-id", externalId != null, "arn");
			VALIDATOR.requireOther("duration", duration != null, "arn");
			return null;
		}
		String sessionName = properties.getSessionName().strip();
		VALIDATOR.require(ROLE.matcher(arn).matches(), "arn", "is not the ARN of a role",
				"Set it to an ARN such as 'arn:aws:iam::123456789012:role/name'.");
		VALIDATOR.require(SESSION_NAME.matcher(sessionName).matches(), "session-name", "is not a valid session name",
				"Set it to 2 to 64 letters, digits and characters of '_+=,.@-'.");
		VALIDATOR.require(
				duration == null || (duration.compareTo(MIN_DURATION) >= 0 && duration.compareTo(MAX_DURATION) <= 0),
				"duration", "must be between 15 minutes and 12 hours", "Set it to a duration such as '1h'.");
		return new AssumeRoleSettings(arn, sessionName, externalId, duration);
	}

	@Nullable Integer durationSeconds() {
		return (this.duration != null) ? (int) this.duration.toSeconds() : null;
	}

	/** Without the external ID, which may be confidential. */
	@Override
	public String toString() {
		return "role " + this.arn;
	}

}
