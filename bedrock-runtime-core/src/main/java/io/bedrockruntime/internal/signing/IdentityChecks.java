package io.bedrockruntime.internal.signing;

import io.bedrockruntime.exception.CredentialsException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Checks of the identities from a provider. They prevent header injection, such as a line
 * break followed by another header. Leading and trailing white space is not sent.
 */
final class IdentityChecks {

	private IdentityChecks() {
	}

	/**
	 * Check credentials. Credentials without any keys are anonymous, and nothing is
	 * signed.
	 */
	static void credentials(AwsCredentialsIdentity identity) {
		String accessKeyId = identity.accessKeyId();
		String secretAccessKey = identity.secretAccessKey();
		if (isMissing(accessKeyId) && isMissing(secretAccessKey)) {
			return;
		}
		requireVisible("AWS access key ID", accessKeyId);
		requireVisible("AWS secret access key", secretAccessKey);
		if (identity instanceof AwsSessionCredentialsIdentity session) {
			requireVisible("AWS session token", session.sessionToken());
		}
	}

	private static boolean isMissing(@Nullable String value) {
		return value == null;
	}

	/**
	 * Check that a value consists of visible ASCII characters.
	 */
	static void requireVisible(String description, @Nullable String value) {
		String visible = (value != null) ? value.trim() : "";
		if (visible.isEmpty() || !visible.chars().allMatch((character) -> character > ' ' && character < 127)) {
			throw new CredentialsException(description + " is empty or contains characters that are not allowed", null);
		}
	}

}
