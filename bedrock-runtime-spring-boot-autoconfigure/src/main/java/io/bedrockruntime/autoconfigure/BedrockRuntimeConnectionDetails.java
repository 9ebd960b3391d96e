package io.bedrockruntime.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to reach an Amazon Bedrock Runtime. What they give wins over the
 * properties of each client, one with a name included, so that no test calls another
 * service than it was meant to, and over beans; what they leave open is looked for there.
 * Access key, secret key, session token and API key are one: if any is given, all come
 * from here, and no role is assumed with them.
 *
 * @since 0.1.0
 */
public interface BedrockRuntimeConnectionDetails extends ConnectionDetails {

	/**
	 * Return the region to call and to sign for.
	 * @return the region, or {@code null} to leave it open
	 */
	default @Nullable String getRegion() {
		return null;
	}

	/**
	 * Return the endpoint to call.
	 * @return an http or https URL, or {@code null} to leave it open
	 */
	default @Nullable URI getEndpoint() {
		return null;
	}

	/**
	 * Return the access key to sign with.
	 * @return the access key, or {@code null} for none
	 */
	default @Nullable String getAccessKey() {
		return null;
	}

	/**
	 * Return the secret key to sign with.
	 * @return the secret key, or {@code null} for none
	 */
	default @Nullable String getSecretKey() {
		return null;
	}

	/**
	 * Return the session token that belongs to the keys.
	 * @return the session token, or {@code null} for none
	 */
	default @Nullable String getSessionToken() {
		return null;
	}

	/**
	 * Return the API key to authenticate with instead of signing.
	 * @return the API key, or {@code null} for none
	 */
	default @Nullable String getApiKey() {
		return null;
	}

}
