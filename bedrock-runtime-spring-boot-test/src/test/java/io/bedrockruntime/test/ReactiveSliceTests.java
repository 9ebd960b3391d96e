package io.bedrockruntime.test;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.test.web.reactive.server.WebTestClient;

import static io.bedrockruntime.test.assertj.BedrockRuntimeAssertions.assertThat;

/**
 * Tests for {@link EmbeddedBedrockRuntime} in a slice of a reactive application.
 */
@WebFluxTest(SummaryApplication.ReactiveSummaryController.class)
@EmbeddedBedrockRuntime
class ReactiveSliceTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@Test
	void whenControllerCallsThenEmulatorResponds() {
		this.emulator.script().text("It is long.");
		this.client.get()
			.uri("/reactive?text=A+long+text.")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("It is long.");
		assertThat(this.emulator).onlyCall().hasUserText("A long text.");
	}

}
