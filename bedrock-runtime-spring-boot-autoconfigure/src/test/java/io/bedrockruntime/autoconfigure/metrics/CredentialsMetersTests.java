package io.bedrockruntime.autoconfigure.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CredentialsMeters}.
 */
class CredentialsMetersTests {

	private final Instant now = Instant.now();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final CredentialsMeters meters = new CredentialsMeters(this.registry, InstantSource.fixed(this.now));

	@Test
	void whenProvidersOfTwoClientsHaveTheSameNameThenEachIsReportedByItsOwnClient() {
		BedrockRuntimeBuilder renewed = builder(Duration.ofHours(1));
		this.meters.customize(renewed);
		BedrockRuntimeBuilder stuck = builder(Duration.ofMinutes(20));
		this.meters.customize("archive", stuck);
		resolve(stuck);
		resolve(renewed);
		assertThat(secondsLeft("archive")).isEqualTo(1200);
		assertThat(secondsLeft(BedrockRuntimeClients.UNNAMED)).isEqualTo(3600);
		assertThat(this.registry.get(CredentialsMeters.REFRESH)
			.tags("client", "archive", "provider", "Lasting", "outcome", "success")
			.timer()
			.count()).isEqualTo(1);
	}

	private BedrockRuntimeBuilder builder(Duration left) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.credentialsProvider(new Lasting(this.now.plus(left)));
	}

	private static void resolve(BedrockRuntimeBuilder builder) {
		ReactiveBedrockRuntimeTemplate client = builder.build();
		assertThat(client.resolveIdentity().block(Duration.ofSeconds(20))).isNotNull();
		client.close();
	}

	private double secondsLeft(String client) {
		return this.registry.get(CredentialsMeters.EXPIRY)
			.tags("client", client, "provider", "Lasting")
			.gauge()
			.value();
	}

	private record Lasting(Instant expiration) implements IdentityProvider<AwsCredentialsIdentity> {

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			return CompletableFuture.completedFuture(AwsSessionCredentials.builder()
				.accessKeyId("access")
				.secretAccessKey("secret")
				.sessionToken("token")
				.expirationTime(this.expiration)
				.build());
		}

	}

}
