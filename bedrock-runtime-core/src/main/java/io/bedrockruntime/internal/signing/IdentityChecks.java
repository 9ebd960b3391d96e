package io.bedrockruntime.internal.signing;

import io.bedrockruntime.exception.CredentialsException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Checks of what a provider gave: nothing gets into a header that does not belong there,
 * such as a line break and a header of somebody else's after it. White space around it is
 * not sent.
 */
final class IdentityChecks {

	private IdentityChecks() {
	}

	/**
	 * Check credentials. Those without any keys are anonymous, and nothing is signed.
	 */
	static void credentials(AwsCredentialsIdentity identity) {
		String accessKeyId = identity.accessKeyId();
		String secretAccessKey = identity.secretAccessKey();
		if (isMissing(accessKeyId) && isMissing(secretAccessKey)) {
			return;
		}
		visible("AWS access key ID", accessKeyId);
		visible("AWS secret access key", secretAccessKey);
		if (identity instanceof AwsSessionCredentialsIdentity session) {
			visible("AWS session token", session.sessionToken());
		}
	}

	private static boolean isMissing(@Nullable String value) {
		return value == null;
	}

	/**
	 * Check that a value has visible characters of ASCII only.
	 */
	static void visible(String what, @Nullable String value) {
		String visible = (value != null) ? value.trim() : "";
		if (visible.isEmpty() || !visible.chars().allMatch((character) -> character > ' ' && character < 127)) {
			throw new CredentialsException(what + " is empty or has characters that none has", null);
		}
	}

}
