package io.bedrockruntime.test;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.settings.RequestDefaults;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.bedrockruntime.test.assertj.BedrockRuntimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BedrockRuntimeEmulatorExtension}.
 */
class BedrockRuntimeEmulatorExtensionTests {

	@RegisterExtension
	static final BedrockRuntimeEmulatorExtension BEDROCK = new BedrockRuntimeEmulatorExtension(
			(emulator) -> emulator.region("eu-north-1"),
			(client) -> client.requestDefaults(RequestDefaults.none().withModelId(SummaryApplication.MODEL)));

	@Test
	void whenTestHasParametersThenItReceivesEmulatorAndClients(BedrockRuntimeEmulator emulator,
			BedrockRuntimeOperations bedrock, ReactiveBedrockRuntimeOperations reactive) {
		emulator.script().text("One").text("Two");
		assertThat(bedrock.converse("1").text()).isEqualTo("One");
		assertThat(reactive.converse("2").block().text()).isEqualTo("Two");
		assertThat(emulator).received(2);
		assertThat(emulator.region()).isEqualTo("eu-north-1");
	}

	@Nested
	class Inside {

		@Test
		void whenTestIsNestedThenRequestsOfOthersAreReset(BedrockRuntimeEmulator emulator,
				BedrockRuntimeOperations bedrock) {
			assertThat(emulator).receivedNothing();
			bedrock.converse("3");
			assertThat(emulator).onlyCall().hasUserText("3");
		}

	}

}
