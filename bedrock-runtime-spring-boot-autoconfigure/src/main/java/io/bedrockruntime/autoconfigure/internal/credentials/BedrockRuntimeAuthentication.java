package io.bedrockruntime.autoconfigure.internal.credentials;

import io.bedrockruntime.BedrockRuntimeBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Authentication of a client: a provider of credentials or of an API key, and the source
 * of the provider. The provider is called when a request is sent.
 */
public final class BedrockRuntimeAuthentication implements AutoCloseable {

	private final @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider;

	private final @Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider;

	private final String source;

	private final @Nullable SdkAutoCloseable toClose;

	private BedrockRuntimeAuthentication(
			@Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider,
			@Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider, String source,
			@Nullable SdkAutoCloseable toClose) {
		this.credentialsProvider = credentialsProvider;
		this.apiKeyProvider = apiKeyProvider;
		this.source = source;
		this.toClose = toClose;
	}

	/**
	 * Authenticate with credentials of a provider that is not closed with the client.
	 */
	static BedrockRuntimeAuthentication withCredentials(IdentityProvider<? extends AwsCredentialsIdentity> provider,
			String source) {
		return new BedrockRuntimeAuthentication(provider, null, source, null);
	}

	/**
	 * Authenticate with credentials of a provider that is closed with the client.
	 */
	static BedrockRuntimeAuthentication withCredentials(IdentityProvider<? extends AwsCredentialsIdentity> provider,
			SdkAutoCloseable toClose, String source) {
		return new BedrockRuntimeAuthentication(provider, null, source, toClose);
	}

	/**
	 * Authenticate with an API key.
	 */
	static BedrockRuntimeAuthentication withApiKey(IdentityProvider<? extends TokenIdentity> provider, String source) {
		return new BedrockRuntimeAuthentication(null, provider, source, null);
	}

	public @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider() {
		return this.credentialsProvider;
	}

	public @Nullable IdentityProvider<? extends TokenIdentity> apiKeyProvider() {
		return this.apiKeyProvider;
	}

	public String source() {
		return this.source;
	}

	boolean isOf(String source) {
		return this.source.equals(source);
	}

	public void applyTo(BedrockRuntimeBuilder builder) {
		builder.credentialsProvider(this.credentialsProvider).apiKeyProvider(this.apiKeyProvider);
	}

	@Override
	public void close() {
		if (this.toClose != null) {
			this.toClose.close();
		}
	}

	@Override
	public String toString() {
		return ((this.apiKeyProvider != null) ? "API key" : "credentials") + " of " + this.source;
	}

}
