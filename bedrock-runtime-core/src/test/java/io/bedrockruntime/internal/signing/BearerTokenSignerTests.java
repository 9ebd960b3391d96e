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

	private boolean refuse(RequestSigner signer, int status, @Nullable String code, @Nullable String message) {
		return Boolean.TRUE
			.equals(signer.refused(new SigningRejection(sign(signer), status, code, message, null)).block(WAIT));
	}

	@ParameterizedTest
	@CsvSource({ "403, , Authentication failed: Please make sure your API Key is valid.", "401, ,",
			"403, AccessDeniedException, Bearer Token has expired", "403, ExpiredTokenException,",
			"403, UnrecognizedClientException," })
	void whenKeyIsRefusedThenNextOneIsAskedFor(int status, @Nullable String code, @Nullable String message) {
		this.provider.then(TokenIdentity.create("a\n")).then(TokenIdentity.create("b"));
		assertThat(refuse(this.signer, status, code, message)).isTrue();
		assertThat(sign(this.signer)).containsExactly(Map.entry("authorization", "Bearer b"));
	}

	@ParameterizedTest
	@CsvSource({ "403, AccessDeniedException, You don't have access to the model with the specified model ID.",
			"400, ValidationException, The token has expired", "429, ThrottlingException, Too many tokens", "500, ,",
			"404, ," })
	void whenSomethingElseIsWrongThenNobodyIsAsked(int status, @Nullable String code, @Nullable String message) {
		this.provider.then(TokenIdentity.create("a")).then(TokenIdentity.create("b"));
		assertThat(refuse(this.signer, status, code, message)).isFalse();
		assertThat(this.provider.asked).hasValue(1);
		assertThat(this.provider.invalidated).hasValue(0);
	}

	@Test
	void whenThereIsNoOtherKeyThenRefusalStands() {
		this.provider.then(TokenIdentity.create("a"));
		assertThat(refuse(this.signer, 401, null, null)).isFalse();
		assertThat(refuse(new BearerTokenSigner(new StaticApiKeyProvider("a")), 401, null, null)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "a\r\nx-injected: b", "a b", "\u00fc" })
	void whenKeyHasWhatNoneHasThenNothingIsSent(String key) {
		this.provider.then(TokenIdentity.create(key));
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> sign(this.signer))
			.withMessage("API key is empty or has characters that none has");
	}

	@Test
	void whenKeyThatStaysTheSameHasWhatNoneHasThenEachCallFailsOnItsOwn() {
		BearerTokenSigner signer = new BearerTokenSigner(new StaticApiKeyProvider("a\nb"));
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> sign(signer))
			.satisfies((first) -> assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> sign(signer))
				.isNotSameAs(first));
	}

	@Test
	void whenRefusalIsPrintedThenItShowsNoKeyAndNoText() {
		assertThat(new SigningRejection(Map.of("authorization", "Bearer s3cret"), 403, "Code", "s3cret", null))
			.asString()
			.contains("authorization", "403", "Code")
			.doesNotContain("s3cret");
	}

}
