package io.bedrockruntime.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to connect to the Amazon Bedrock Runtime. They take precedence over
 * the properties of each client, including named ones, and over beans, so that a test
 * cannot call another service by accident. Values that they do not provide come from
 * properties and beans. Access key, secret key, session token and API key belong
 * together: if any of them is provided, all come from these details, and no role is
 * assumed with them.
 *
 * @since 0.1.0
 */
public interface BedrockRuntimeConnectionDetails extends ConnectionDetails {

	/**
	 * Return the region to call and to sign for.
	 * @return the region, or {@code null} if it is not provided
	 */
	default @Nullable String getRegion() {
		return null;
	}

	/**
	 * Return the endpoint to call.
	 * @return an http or https URL, or {@code null} if it is not provided
	 */
	default @Nullable URI getEndpoint() {
		return null;
	}

	/**
	 * Return the access key to sign with.
	 * @return the access key, or {@code null} if it is not provided
	 */
	default @Nullable String getAccessKey() {
		return null;
	}

	/**
	 * Return the secret key to sign with.
	 * @return the secret key, or {@code null} if it is not provided
	 */
	default @Nullable String getSecretKey() {
		return null;
	}

	/**
	 * Return the session token that belongs to the keys.
	 * @return the session token, or {@code null} if it is not provided
	 */
	default @Nullable String getSessionToken() {
		return null;
	}

	/**
	 * Return the API key to authenticate with instead of signing.
	 * @return the API key, or {@code null} if it is not provided
	 */
	default @Nullable String getApiKey() {
		return null;
	}

}
