package io.bedrockruntime.emulator.testing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

/**
 * The AWS SDK's clients, pointed at an emulator.
 */
public final class SdkClients {

	public static final String MODEL = "anthropic.claude-sonnet-4-20250514-v1:0";

	private SdkClients() {
	}

	public static BedrockRuntimeClient sync(BedrockRuntimeEmulator emulator) {
		return sync(emulator, emulator.secretAccessKey());
	}

	public static BedrockRuntimeClient sync(BedrockRuntimeEmulator emulator, String secretAccessKey) {
		return sync(emulator, secretAccessKey, emulator.endpoint());
	}

	/** Sign for one emulator and send to another endpoint. */
	public static BedrockRuntimeClient sync(BedrockRuntimeEmulator emulator, String secretAccessKey, URI endpoint) {
		return builder(emulator, secretAccessKey, endpoint).overrideConfiguration(withoutRetries()).build();
	}

	private static BedrockRuntimeClientBuilder builder(BedrockRuntimeEmulator emulator, String secretAccessKey,
			URI endpoint) {
		String token = emulator.sessionToken();
		AwsCredentials credentials = (token != null)
				? AwsSessionCredentials.create(emulator.accessKeyId(), secretAccessKey, token)
				: AwsBasicCredentials.create(emulator.accessKeyId(), secretAccessKey);
		return BedrockRuntimeClient.builder()
			.endpointOverride(endpoint)
			.region(Region.of(emulator.region()))
			.credentialsProvider(StaticCredentialsProvider.create(credentials))
			.httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(20)));
	}

	/** A client whose responses must match the service model. */
	public static BedrockRuntimeClient checked(BedrockRuntimeEmulator emulator) {
		return builder(emulator, emulator.secretAccessKey(), emulator.endpoint())
			.overrideConfiguration(withoutRetries().toBuilder().addExecutionInterceptor(new ContractCheck()).build())
			.build();
	}

	public static BedrockRuntimeClient bearer(BedrockRuntimeEmulator emulator, String apiKey) {
		IdentityProvider<TokenIdentity> tokens = new IdentityProvider<>() {
			@Override
			public Class<TokenIdentity> identityType() {
				return TokenIdentity.class;
			}

			@Override
			public CompletableFuture<TokenIdentity> resolveIdentity(ResolveIdentityRequest request) {
				return CompletableFuture.completedFuture(TokenIdentity.create(apiKey));
			}
		};
		return BedrockRuntimeClient.builder()
			.endpointOverride(emulator.endpoint())
			.region(Region.of(emulator.region()))
			.tokenProvider(tokens)
			.authSchemeProvider(
					(params) -> List.of(AuthSchemeOption.builder().schemeId("smithy.api#httpBearerAuth").build()))
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.overrideConfiguration(withoutRetries())
			.build();
	}

	public static BedrockRuntimeAsyncClient async(BedrockRuntimeEmulator emulator) {
		return BedrockRuntimeAsyncClient.builder()
			.endpointOverride(emulator.endpoint())
			.region(Region.of(emulator.region()))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())))
			.httpClientBuilder(NettyNioAsyncHttpClient.builder()
				.protocol(Protocol.HTTP1_1)
				.maxConcurrency(250)
				// As many may be made at the same time.
				.connectionTimeout(Duration.ofSeconds(20))
				.connectionAcquisitionTimeout(Duration.ofSeconds(60))
				.readTimeout(Duration.ofSeconds(60)))
			.overrideConfiguration(withoutRetries())
			.build();
	}

	/** A client as AWS builds it by default; with a certificate it trusts that one. */
	public static BedrockRuntimeAsyncClient http2(BedrockRuntimeEmulator emulator, String secretAccessKey,
			@Nullable TestCertificate certificate) {
		NettyNioAsyncHttpClient.Builder http = NettyNioAsyncHttpClient.builder()
			.protocol(Protocol.HTTP2)
			.maxConcurrency(250)
			.connectionTimeout(Duration.ofSeconds(20))
			.connectionAcquisitionTimeout(Duration.ofSeconds(60))
			.readTimeout(Duration.ofSeconds(60));
		if (certificate != null) {
			http.tlsTrustManagersProvider(() -> certificate.trustManagers().getTrustManagers())
				.tlsNegotiationTimeout(Duration.ofSeconds(20));
		}
		return BedrockRuntimeAsyncClient.builder()
			.endpointOverride(emulator.endpoint())
			.region(Region.of(emulator.region()))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), secretAccessKey)))
			.httpClientBuilder(http)
			.overrideConfiguration(withoutRetries())
			.build();
	}

	private static ClientOverrideConfiguration withoutRetries() {
		return ClientOverrideConfiguration.builder().retryStrategy(DefaultRetryStrategy.doNotRetry()).build();
	}

}
