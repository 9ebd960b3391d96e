package io.bedrockruntime.identity;

import java.util.concurrent.CompletableFuture;

import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.util.Assert;

/**
 * Provider of a static API key.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html">Amazon Bedrock API
 * keys</a>
 */
public final class StaticApiKeyProvider implements IdentityProvider<TokenIdentity> {

	private final CompletableFuture<TokenIdentity> identity;

	/**
	 * Create an instance.
	 * @param apiKey the key; surrounding white space is removed
	 */
	public StaticApiKeyProvider(String apiKey) {
		Assert.hasText(apiKey, "'apiKey' must not be empty");
		this.identity = CompletableFuture.completedFuture(TokenIdentity.create(apiKey.strip()));
	}

	@Override
	public Class<TokenIdentity> identityType() {
		return TokenIdentity.class;
	}

	@Override
	public CompletableFuture<? extends TokenIdentity> resolveIdentity(ResolveIdentityRequest request) {
		return this.identity;
	}

}
