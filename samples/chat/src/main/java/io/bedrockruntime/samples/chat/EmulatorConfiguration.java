package io.bedrockruntime.samples.chat;

import java.time.Duration;

import io.bedrockruntime.autoconfigure.emulator.EmulatorConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Emulator inside this application, used unless the profile {@code aws} is active.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!aws")
class EmulatorConfiguration {

	@Bean
	BedrockRuntimeEmulator emulator() {
		return BedrockRuntimeEmulator.builder()
			.firstTokenDelay(Duration.ofMillis(300))
			.tokensPerSecond(60)
			.guardrail(guardrail())
			.start();
	}

	/** Return the guardrail that application.yml refers to. */
	private static EmulatedGuardrail guardrail() {
		return EmulatedGuardrail.builder("samplechat")
			.deniedTopic("Investment advice", "stocks", "bonds", "invest")
			.blockedWords("abracadabra")
			.anonymize(GuardrailPiiEntityType.EMAIL)
			.blockedMessages("The guardrail has blocked this message.", "The guardrail has blocked this response.")
			.build();
	}

	@Bean
	EmulatorConnectionDetails emulatorConnectionDetails(BedrockRuntimeEmulator emulator) {
		return new EmulatorConnectionDetails(emulator);
	}

}
