package io.bedrockruntime.internal.signing;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.identity.IdentityResolution;
import io.bedrockruntime.identity.RefreshableIdentityProvider;
import io.bedrockruntime.identity.ResolvedIdentity;
import io.bedrockruntime.identity.StaticApiKeyProvider;
import io.bedrockruntime.internal.SimpleClassName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link IdentityResolver}, through {@link RequestSigner signers}.
 */
class IdentityResolverTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private final List<IdentityResolution> resolutions = new CopyOnWriteArrayList<>();

	private final TestProvider provider = new TestProvider();

	private final RequestSigner signer = new BearerTokenSigner(this.provider, this.resolutions::add);

	@Test
	void whenNothingIsResolvedYetThenThereIsNoCurrentIdentityAndProviderIsNotCalled() {
		assertThat(this.signer.currentIdentity()).isNull();
		assertThat(this.provider.calls).hasValue(0);
		assertThat(this.resolutions).isEmpty();
	}

	@Test
	void whenManyCallersResolveThenProviderIsCalledOnceAndAllGetTheSame() {
		Instant expiration = Instant.now().plus(Duration.ofHours(1));
		this.provider.then(new Expiring("s3cret", expiration)).hang();
		List<CompletableFuture<ResolvedIdentity>> waiting = IntStream.range(0, 100)
			.mapToObj((i) -> this.signer.resolveIdentity().toFuture())
			.toList();
		await().atMost(WAIT).until(() -> this.provider.activeCalls.get() == 1);
		this.provider.release(1000);
		assertThat(waiting).allSatisfy((future) -> assertThat(future).succeedsWithin(WAIT));
		ResolvedIdentity current = this.signer.currentIdentity();
		assertThat(waiting.get(99).join()).isEqualTo(current);
		assertThat(current).isNotNull();
		assertThat(current.scheme()).isEqualTo("httpBearerAuth");
		assertThat(current.provider()).isEqualTo("TestProvider");
		assertThat(current.expiration()).isEqualTo(expiration);
		assertThat(current.resolvedAt()).isBefore(expiration);
		assertThat(current.toString()).doesNotContain("s3cret");
		assertThat(this.provider.calls).hasValue(1);
		assertThat(this.resolutions).hasSize(1);
	}

	@Test
	void whenIdentityHasExpiredAndRefreshFailsThenResolvingFailsAndOldIdentityIsStillReported() {
		Instant expiration = Instant.now().minusSeconds(60);
		this.provider.then(new Expiring("old", expiration)).thenSupply(() -> {
			throw new IllegalStateException("down");
		});
		this.signer.resolveIdentity().block(WAIT);
		assertThatExceptionOfType(CredentialsException.class)
			.isThrownBy(() -> this.signer.resolveIdentity().block(WAIT));
		assertThat(this.signer.currentIdentity()).isNotNull()
			.extracting(ResolvedIdentity::expiration)
			.isEqualTo(expiration);
	}

	@Test
	void whenIdentityIsStaticThenItIsResolvedOnce() {
		RequestSigner fixed = new SignatureV4Signer(
				StaticCredentialsProvider.create(AwsBasicCredentials.create("s3cretId", "s3cret")), "eu-central-1",
				this.resolutions::add);
		ResolvedIdentity identity = fixed.currentIdentity();
		assertThat(identity).isNotNull();
		assertThat(identity.scheme()).isEqualTo("sigv4");
		assertThat(identity.provider()).isEqualTo("StaticCredentialsProvider");
		assertThat(identity.expiration()).isNull();
		assertThat(fixed.resolveIdentity().block(WAIT)).isEqualTo(identity);
		assertThat(this.resolutions).singleElement()
			.satisfies((resolution) -> assertThat(resolution.outcome()).isEqualTo(IdentityResolution.Outcome.SUCCESS));
		assertThat(this.resolutions + " " + identity).doesNotContain("s3cret");
	}

	@Test
	void whenStaticIdentityIsInvalidThenListenerReceivesError() {
		RequestSigner fixed = new BearerTokenSigner(new StaticApiKeyProvider("a b"), this.resolutions::add);
		assertThat(fixed.currentIdentity()).isNull();
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> fixed.resolveIdentity().block(WAIT));
		assertThat(this.resolutions).singleElement()
			.satisfies((resolution) -> assertThat(resolution.outcome()).isEqualTo(IdentityResolution.Outcome.ERROR));
	}

	@Test
	void whenProviderClassIsUnnamedThenNameOfItsSourceIsReported() {
		AwsCredentialsProvider lambda = () -> AwsBasicCredentials.create("id", "key");
		AwsCredentialsProvider anonymous = new AwsCredentialsProvider() {

			@Override
			public AwsCredentials resolveCredentials() {
				return AwsBasicCredentials.create("id", "key");
			}

		};
		IdentityProvider<?> proxy = (IdentityProvider<?>) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { AwsCredentialsProvider.class }, (instance, method, arguments) -> null);
		assertThat(SimpleClassName.of(lambda.getClass())).isEqualTo("IdentityResolverTests");
		assertThat(SimpleClassName.of(anonymous.getClass())).isEqualTo("IdentityResolverTests$1");
		assertThat(SimpleClassName.of(proxy.getClass())).isEqualTo("AwsCredentialsProvider");
		assertThat(SimpleClassName.of(this.provider.getClass())).isEqualTo("TestProvider");
	}

	@Test
	void whenProviderDelegatesThenNameOfTheDelegateIsReported() {
		IdentitySource<AwsCredentialsIdentity> source = new IdentitySource<>(new Wrapper(), "credentials", "sigv4",
				IdentityChecks::credentials, this.resolutions::add);
		IdentityResolver<AwsCredentialsIdentity> identityResolver = new IdentityResolver<>(source, Clock.systemUTC(),
				System::nanoTime);
		assertThat(identityResolver.resolveDescription().block(WAIT)).isNotNull()
			.extracting(ResolvedIdentity::provider)
			.isEqualTo("Wrapped");
	}

	private record Expiring(String token, @Nullable Instant expiration) implements TokenIdentity {

		@Override
		public Optional<Instant> expirationTime() {
			return Optional.ofNullable(this.expiration);
		}

	}

	private static final class Wrapper implements RefreshableIdentityProvider<AwsCredentialsIdentity> {

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			return CompletableFuture.completedFuture(AwsBasicCredentials.create("id", "key"));
		}

		@Override
		public void invalidate() {
			// has no cached identity
		}

		@Override
		public String providerName() {
			return "Wrapped";
		}

	}

}
