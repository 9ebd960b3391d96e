package io.bedrockruntime.internal.call;

import java.util.function.Consumer;

import io.bedrockruntime.identity.IdentityResolution;
import io.bedrockruntime.internal.signing.BearerTokenSigner;
import io.bedrockruntime.internal.signing.RequestSigner;
import io.bedrockruntime.internal.signing.SignatureV4Signer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

/**
 * Factory of request signers.
 */
public final class Signers {

	private Signers() {
	}

	/**
	 * Create a signer for credentials or an API key.
	 * @throws IllegalStateException without exactly one provider
	 */
	public static RequestSigner create(@Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider,
			@Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider, String region,
			Consumer<IdentityResolution> listener) {
		if (credentialsProvider != null && apiKeyProvider == null) {
			return new SignatureV4Signer(credentialsProvider, region, listener);
		}
		if (apiKeyProvider != null && credentialsProvider == null) {
			return new BearerTokenSigner(apiKeyProvider, listener);
		}
		throw new IllegalStateException("Set either a credentials provider or an API key");
	}

}
