package io.bedrockruntime.samples.chat;

import java.time.Duration;

import io.bedrockruntime.autoconfigure.emulator.EmulatorConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.EmulatedGuardrail;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * An emulator inside this application, which answers wherever the profile {@code aws} is
 * not active.
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

	/** The one that application.yml names. */
	private static EmulatedGuardrail guardrail() {
		return EmulatedGuardrail.builder("samplechat")
			.deniedTopic("Investment advice", "stocks", "bonds", "invest")
			.blockedWords("abracadabra")
			.anonymize(GuardrailPiiEntityType.EMAIL)
			.blockedMessages("The guardrail does not let this message through.",
					"The guardrail does not let this answer through.")
			.build();
	}

	@Bean
	EmulatorConnectionDetails emulatorConnectionDetails(BedrockRuntimeEmulator emulator) {
		return new EmulatorConnectionDetails(emulator);
	}

}
