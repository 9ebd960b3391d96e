package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls whose signature or identity the service refuses.
 */
class RefusalTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final DateTimeFormatter SIGNED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final RawServer server = new RawServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	private BedrockRuntimeBuilder builder(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.server.endpoint())
			.credentialsProvider(provider);
	}

	private static StaticCredentialsProvider fixed() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret"));
	}

	private static String refusal(String code, Instant date) {
		return "HTTP/1.1 403 \r\ncontent-length: 0\r\nx-amzn-errortype: " + code + "\r\ndate: "
				+ DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)) + "\r\n\r\n";
	}

	private Instant signed(int request) {
		return Instant.from(SIGNED.parse(this.server.requests().get(request).header("x-amz-date")));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenClockIsWrongThenTheCallIsSignedOnceMoreByTheServicesAndSoAreAllLater(boolean retries) {
		Duration skew = Duration.ofMinutes(20);
		this.server.respond((peer) -> peer
			.write((this.server.requests().size() == 1) ? refusal("InvalidSignatureException", Instant.now().plus(skew))
					: Responses.ok(Responses.CONVERSE_RESPONSE)));
		try (ReactiveBedrockRuntimeTemplate client = builder(fixed())
			.retries(retries ? RetrySettings.standard() : RetrySettings.none())
			.build()) {
			ConverseResponse response = client.converse(REQUEST).block(WAIT);
			assertThat(response.responseMetadata().attempts()).isEqualTo(2);
			client.converse(REQUEST).block(WAIT);
		}
		assertThat(this.server.requests()).hasSize(3);
		assertThat(signed(1)).isAfter(signed(0).plus(skew).minusSeconds(60));
		assertThat(signed(2)).isAfter(signed(0).plus(skew).minusSeconds(60));
	}

	@Test
	void whenServiceRefusesEachDateThenTheCallEndsAfterOneCorrection() {
		AtomicInteger days = new AtomicInteger();
		this.server.respond((peer) -> peer
			.write(refusal("RequestTimeTooSkewed", Instant.now().plus(Duration.ofDays(days.incrementAndGet())))));
		try (ReactiveBedrockRuntimeTemplate client = builder(fixed()).build()) {
			for (Flux<?> call : new Flux<?>[] { client.converse(REQUEST).flux(),
					client.converseStream(ConverseStreamRequest.of("model", "text")) }) {
				StepVerifier.create(call).expectErrorSatisfies((ex) -> {
					BedrockRuntimeServiceException error = (BedrockRuntimeServiceException) ex;
					assertThat(error.errorCode()).isEqualTo("RequestTimeTooSkewed");
					assertThat(error.attempts()).isEqualTo(2);
					assertThat(error.getSuppressed()).hasSize(1);
				}).verify(WAIT);
			}
		}
		assertThat(this.server.requests()).hasSize(4);
	}

	@Test
	void whenIdentityHasExpiredThenANewOneIsAskedForOnceAndTheStreamRuns() {
		Renewed provider = new Renewed();
		this.server.respond((peer) -> {
			if (this.server.requests()
				.get(this.server.requests().size() - 1)
				.header("authorization")
				.contains("Credential=AKID1/")) {
				peer.write(refusal("ExpiredTokenException", Instant.now()));
			}
			else {
				Responses.completeStream(peer);
			}
		});
		try (ReactiveBedrockRuntimeTemplate client = builder(provider).build()) {
			StepVerifier.create(client.converseStream(ConverseStreamRequest.of("model", "text")))
				.expectNextCount(4)
				.expectComplete()
				.verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(2);
		assertThat(this.server.requests().get(1).header("authorization")).doesNotContain("Credential=AKID1/");
	}

	@Test
	void whenIdentityIsStillTheRefusedOneThenItIsNotSentAgain() {
		this.server.respond(refusal("ExpiredTokenException", Instant.now()));
		try (ReactiveBedrockRuntimeTemplate client = builder(fixed()).build()) {
			StepVerifier.create(client.converse(REQUEST))
				.expectErrorSatisfies((ex) -> assertThat(((BedrockRuntimeServiceException) ex).errorCode())
					.isEqualTo("ExpiredTokenException"))
				.verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	/** Provider that returns a different key for each call. */
	private static final class Renewed implements IdentityProvider<AwsCredentialsIdentity> {

		private final AtomicInteger asked = new AtomicInteger();

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			return CompletableFuture
				.completedFuture(AwsBasicCredentials.create("AKID" + this.asked.incrementAndGet(), "secret"));
		}

	}

}
