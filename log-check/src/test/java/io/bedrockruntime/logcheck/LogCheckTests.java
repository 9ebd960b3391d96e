package io.bedrockruntime.logcheck;

import java.io.IOException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class LogCheckTests {

	private final Logger logger = LoggerFactory.getLogger(LogCheckTests.class);

	private final LogCheck check = new LogCheck();

	@BeforeEach
	void attach() {
		LogCheck.attach();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization: AWS4-HMAC-SHA256 Credential=AKID", "{\"content\":[]}", "my Canary-1",
			"Tell me about rivers." })
	void whenConfidentialTextIsLoggedThenTestsFail(String text) {
		this.logger.debug("Received: {}", text);
		fails();
	}

	@Test
	void whenCauseOfFailureIsConfidentialThenTestsFail() {
		IllegalStateException failure = new IllegalStateException("No");
		failure.addSuppressed(new IOException(new IOException("canary")));
		this.logger.debug("It failed", failure);
		fails();
	}

	@Test
	void whenNothingConfidentialIsLoggedThenTestsPass() {
		this.logger.debug("POST https://bedrock-runtime.eu-central-1.amazonaws.com/model/m/converse");
		assertThatNoException().isThrownBy(() -> this.check.afterAll(null));
	}

	private void fails() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.check.afterAll(null))
			.withMessageContaining(LogCheckTests.class.getName());
	}

}
