package io.bedrockruntime.samples.chat;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "bedrock.runtime.region=eu-central-1",
		"bedrock.runtime.default-model=eu.amazon.nova-lite-v1:0" })
@ActiveProfiles("aws")
class AwsProfileTests {

	@Autowired
	private ObjectProvider<BedrockRuntimeEmulator> emulator;

	@Autowired
	private ChatSettings settings;

	@Test
	void shouldStartWithoutTheEmulator() {
		assertThat(this.emulator.getIfAvailable()).isNull();
		assertThat(this.settings.emulated()).isFalse();
		assertThat(this.settings.service()).isEqualTo("Amazon Bedrock");
		assertThat(this.settings.defaultModel()).isEqualTo("eu.amazon.nova-lite-v1:0");
	}

}
