package io.bedrockruntime.internal.signing;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.identity.RefreshableIdentityProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SignatureV4Signer}.
 */
class SignatureV4SignerTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String LATER = "Sat, 28 Nov 2026 13:00:00 GMT";

	private final TestClock clock = new TestClock();

	private static final RequestToSign REQUEST = new RequestToSign("POST", URI.create("https://host/model/m/converse"),
			Map.of("content-type", "application/json"), "{}".getBytes(StandardCharsets.UTF_8));

	private Map<String, String> sign(RequestSigner signer) {
		Map<String, String> headers = signer.sign(REQUEST).block(WAIT);
		assertThat(headers).isNotNull();
		return headers;
	}

	private static Mono<Boolean> reject(RequestSigner signer, Map<String, String> headers, String code,
			@Nullable String date) {
		return signer.handleRejection(new SigningRejection(headers, 403, code, null, date));
	}

	@Test
	void whenSignatureIsRejectedForItsDateThenTimeOfServiceIsUsed() {
		SignatureV4Signer signer = new SignatureV4Signer(
				StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")), "eu-central-1",
				this.clock);
		Map<String, String> headers = sign(signer);
		assertThat(headers).containsEntry("x-amz-date", "20261128T120000Z");
		assertThat(reject(signer, headers, "RequestTimeTooSkewed", LATER).block(WAIT)).isTrue();
		assertThat(sign(signer)).containsEntry("x-amz-date", "20261128T130000Z")
			.hasEntrySatisfying("authorization",
					(value) -> assertThat(value).isNotEqualTo(headers.get("authorization")));
		assertThat(reject(signer, sign(signer), "RequestTimeTooSkewed", LATER).block(WAIT)).isFalse();
	}

	@Test
	void whenClockIsCorrectedThenMessagesOfStreamHaveItsDate() {
		SignatureV4Signer signer = new SignatureV4Signer(
				StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")), "eu-central-1",
				this.clock);
		reject(signer, sign(signer), "RequestTimeTooSkewed", LATER).block(WAIT);
		RequestToSign request = new RequestToSign("POST", REQUEST.uri(),
				Map.of("content-type", "application/vnd.amazon.eventstream"), new byte[0]);
		SignedEventStream stream = signer.signEventStream(request, Flux.just(ByteBuffer.wrap(new byte[16])))
			.block(WAIT);
		assertThat(stream).isNotNull();
		assertThat(stream.headers()).containsEntry("x-amz-date", "20261128T130000Z");
		assertThat(Flux.from(stream.body()).collectList().block(WAIT)).hasSize(2).allSatisfy((message) -> {
			// The prelude, and a header with its name, its type and the milliseconds.
			assertThat(Instant.ofEpochMilli(message.getLong(12 + 1 + ":date".length() + 1)))
				.isEqualTo(TestClock.START.plus(Duration.ofHours(1)));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "AccessDeniedException", "ThrottlingException", "ValidationException",
			"ModelErrorException", "SignatureDoesNotMatch" })
	void whenRejectedForAnotherReasonThenProviderIsNotCalled(String code) {
		Rotating provider = new Rotating("a", "b");
		SignatureV4Signer signer = new SignatureV4Signer(provider, "eu-central-1", this.clock);
		assertThat(reject(signer, sign(signer), code, "Sat, 28 Nov 2026 12:00:00 GMT").block(WAIT)).isFalse();
		assertThat(provider.calls).hasValue(1);
	}

	@ParameterizedTest
	@CsvSource({ "ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException", "InvalidClientTokenId" })
	void whenCredentialsAreRejectedThenOthersAreResolved(String code) {
		SignatureV4Signer signer = new SignatureV4Signer(new Rotating("a", "b"), "eu-central-1", this.clock);
		assertThat(reject(signer, sign(signer), code, null).block(WAIT)).isTrue();
		assertThat(sign(signer)).containsEntry("x-amz-security-token", "token-b");
	}

	@Test
	void whenProviderHasNoOtherCredentialsThenRejectionIsFinal() {
		SignatureV4Signer signer = new SignatureV4Signer(new Rotating("a"), "eu-central-1", this.clock);
		assertThat(reject(signer, sign(signer), "ExpiredTokenException", null).block(WAIT)).isFalse();
	}

	@Test
	void whenOnlySessionTokenChangedThenCredentialsAreReplaced() {
		SignatureV4Signer signer = new SignatureV4Signer(new Rotating("a", "b") {

			@Override
			String accessKeyId(String name) {
				return "access";
			}

		}, "eu-central-1", this.clock);
		assertThat(reject(signer, sign(signer), "ExpiredTokenException", null).block(WAIT)).isTrue();
	}

	@Test
	void whenCredentialsAreStaticThenRejectionIsFinal() {
		SignatureV4Signer signer = new SignatureV4Signer(
				StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")), "eu-central-1",
				this.clock);
		assertThat(reject(signer, sign(signer), "ExpiredTokenException", null).block(WAIT)).isFalse();
	}

	@Test
	void whenClockOfMachineIsAheadThenCorrectedClockDeterminesExpiration() {
		Rotating provider = new Rotating("a", "b", "c");
		this.clock.advance(Duration.ofHours(3));
		SignatureV4Signer signer = new SignatureV4Signer(provider, "eu-central-1", this.clock);
		reject(signer, sign(signer), "RequestInTheFuture", LATER).block(WAIT);
		sign(signer);
		sign(signer);
		assertThat(provider.calls).hasValue(1);
	}

	@ParameterizedTest
	@CsvSource({ "'', s, t, AWS access key ID", "a, ' ', t, AWS secret access key", "a, s, '', AWS session token",
			"'a\r\nx-injected: b', s, t, AWS access key ID", "a, s, 't\nx-injected: b', AWS session token",
			"a, s, t\u00fc, AWS session token" })
	void whenCredentialsAreInvalidThenNothingIsSigned(String accessKeyId, String secret, String token,
			String description) {
		SignatureV4Signer signer = new SignatureV4Signer(new Rotating("x") {

			@Override
			AwsCredentialsIdentity identity(String name) {
				return AwsSessionCredentialsIdentity.create(accessKeyId, secret, token);
			}

		}, "eu-central-1", this.clock);
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> sign(signer))
			.withMessage(description + " is empty or contains characters that are not allowed");
	}

	@Test
	void whenCredentialsAreAnonymousThenNothingIsSignedAndNothingFails() {
		assertThat(sign(new SignatureV4Signer(AnonymousCredentialsProvider.create(), "eu-central-1", this.clock)))
			.doesNotContainKey("authorization");
	}

	/** Provider of one session after the other, each valid for two hours. */
	private static class Rotating implements RefreshableIdentityProvider<AwsCredentialsIdentity> {

		private final AtomicInteger calls = new AtomicInteger();

		private final String[] names;

		Rotating(String... names) {
			this.names = names;
		}

		String accessKeyId(String name) {
			return "access-" + name;
		}

		AwsCredentialsIdentity identity(String name) {
			return new Session(accessKeyId(name), "secret", "token-" + name,
					Optional.of(TestClock.START.plus(Duration.ofHours(2))));
		}

		@Override
		public void invalidate() {
		}

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			int number = Math.min(this.calls.getAndIncrement(), this.names.length - 1);
			return CompletableFuture.completedFuture(identity(this.names[number]));
		}

	}

	private record Session(String accessKeyId, String secretAccessKey, String sessionToken,
			Optional<Instant> expirationTime) implements AwsSessionCredentialsIdentity {

	}

}
