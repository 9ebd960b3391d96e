package io.bedrockruntime.test;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static io.bedrockruntime.test.assertj.BedrockRuntimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EmbeddedBedrockRuntime} in a slice, to which the annotation adds the
 * auto-configuration of the client.
 */
@WebMvcTest
@EmbeddedBedrockRuntime
class SliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@Test
	void whenControllerCallsThenEmulatorResponds() {
		this.emulator.script().text("It is long.");
		assertThat(this.mvc.get().uri("/summary").param("text", "A long text.")).hasStatusOk()
			.bodyText()
			.isEqualTo("It is long.");
		assertThat(this.emulator).onlyCall()
			.hasOperation("Converse")
			.hasModelId(SummaryApplication.MODEL)
			.hasSystemText("Summarise.")
			.hasUserText("A long text.");
	}

	@Test
	void whenControllerStreamsThenEmulatorResponds() {
		this.emulator.script().text("It is long.");
		assertThat(this.mvc.get().uri("/stream").param("text", "A long text.")).hasStatusOk()
			.bodyText()
			.isEqualTo("It is long.");
		assertThat(this.emulator).onlyCall().hasOperation("ConverseStream");
	}

}
