package io.bedrockruntime.internal.signing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.identity.StaticApiKeyProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BearerTokenSigner}.
 */
class BearerTokenSignerTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final RequestToSign REQUEST = new RequestToSign("POST", URI.create("https://host/model/m/converse"),
			Map.of(), new byte[0]);

	private final TestProvider provider = new TestProvider();

	private final BearerTokenSigner signer = new BearerTokenSigner(this.provider);

	private Map<String, String> sign(RequestSigner signer) {
		Map<String, String> headers = signer.sign(REQUEST).block(WAIT);
		assertThat(headers).isNotNull();
		return headers;
	}

	private boolean reject(RequestSigner signer, int status, @Nullable String code, @Nullable String message) {
		return Boolean.TRUE.equals(
				signer.handleRejection(new SigningRejection(sign(signer), status, code, message, null)).block(WAIT));
	}

	@ParameterizedTest
	@CsvSource({ "403, , Authentication failed: Please make sure your API Key is valid.", "401, ,",
			"403, AccessDeniedException, Bearer Token has expired", "403, ExpiredTokenException,",
			"403, UnrecognizedClientException," })
	void whenKeyIsRejectedThenNextKeyIsResolved(int status, @Nullable String code, @Nullable String message) {
		this.provider.then(TokenIdentity.create("a\n")).then(TokenIdentity.create("b"));
		assertThat(reject(this.signer, status, code, message)).isTrue();
		assertThat(sign(this.signer)).containsExactly(Map.entry("authorization", "Bearer b"));
	}

	@ParameterizedTest
	@CsvSource({ "403, AccessDeniedException, You don't have access to the model with the specified model ID.",
			"400, ValidationException, The token has expired", "429, ThrottlingException, Too many tokens", "500, ,",
			"404, ," })
	void whenErrorHasAnotherReasonThenProviderIsNotCalled(int status, @Nullable String code, @Nullable String message) {
		this.provider.then(TokenIdentity.create("a")).then(TokenIdentity.create("b"));
		assertThat(reject(this.signer, status, code, message)).isFalse();
		assertThat(this.provider.calls).hasValue(1);
		assertThat(this.provider.invalidated).hasValue(0);
	}

	@Test
	void whenThereIsNoOtherKeyThenRejectionIsFinal() {
		this.provider.then(TokenIdentity.create("a"));
		assertThat(reject(this.signer, 401, null, null)).isFalse();
		assertThat(reject(new BearerTokenSigner(new StaticApiKeyProvider("a")), 401, null, null)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "a\r\nx-injected: b", "a b", "\u00fc" })
	void whenKeyIsInvalidThenNothingIsSent(String key) {
		this.provider.then(TokenIdentity.create(key));
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> sign(this.signer))
			.withMessage("API key is empty or contains characters that are not allowed");
	}

	@Test
	void whenStaticKeyIsInvalidThenEachCallFailsWithASeparateException() {
		BearerTokenSigner signer = new BearerTokenSigner(new StaticApiKeyProvider("a\nb"));
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> sign(signer))
			.satisfies((first) -> assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> sign(signer))
				.isNotSameAs(first));
	}

	@Test
	void whenRejectionIsPrintedThenItShowsNoKeyAndNoMessage() {
		assertThat(new SigningRejection(Map.of("authorization", "Bearer s3cret"), 403, "Code", "s3cret", null))
			.asString()
			.contains("authorization", "403", "Code")
			.doesNotContain("s3cret");
	}

}
