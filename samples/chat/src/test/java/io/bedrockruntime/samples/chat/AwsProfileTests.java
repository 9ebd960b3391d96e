package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.Set;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(properties = { "bedrock.runtime.region=eu-central-1",
		"bedrock.runtime.default-model=eu.amazon.nova-lite-v1:0" })
@ActiveProfiles("aws")
class AwsProfileTests {

	@Autowired
	private ObjectProvider<BedrockRuntimeEmulator> emulator;

	@Autowired
	private ChatSettings settings;

	@Autowired
	private GuardrailSwitch guardrail;

	@Autowired
	private ConversationRequests requests;

	@Test
	void shouldStartWithoutEmulator() {
		assertThat(this.emulator.getIfAvailable()).isNull();
		assertThat(this.settings.emulated()).isFalse();
		assertThat(this.settings.service()).isEqualTo("Amazon Bedrock");
		assertThat(this.settings.defaultModel()).isEqualTo("eu.amazon.nova-lite-v1:0");
	}

	@Test
	void whenNoGuardrailIsConfiguredThenItCannotBeTurnedOn() {
		assertThat(this.guardrail.isConfigured()).isFalse();
		assertThat(PageSettings.of(this.settings, this.guardrail.isConfigured()).guardrail()).isFalse();
		ChatRequest request = new ChatRequest("eu.amazon.nova-lite-v1:0", null, Set.of(ChatRequest.Feature.GUARDRAIL),
				List.of(new ChatRequest.Turn(ChatRequest.Role.USER, "Hello", List.of(), null)));
		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> this.requests.toConverseStream(request))
			.withMessageContaining("No guardrail is configured");
	}

}
