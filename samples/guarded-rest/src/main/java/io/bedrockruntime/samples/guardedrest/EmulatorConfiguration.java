package io.bedrockruntime.samples.guardedrest;

import io.bedrockruntime.autoconfigure.emulator.EmulatorConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Emulator inside this application, used unless the profile {@code aws} is active or a
 * test provides another one. A real application uses the emulator in tests only.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!aws")
@ConditionalOnMissingBean(BedrockRuntimeEmulator.class)
class EmulatorConfiguration {

	@Bean
	BedrockRuntimeEmulator emulator() {
		return BedrockRuntimeEmulator.builder().guardrail(guardrail()).start();
	}

	/** Return the guardrail that application.yml refers to. */
	static EmulatedGuardrail guardrail() {
		return EmulatedGuardrail.builder("tickets")
			.deniedTopic("Legal advice", "sue", "lawyer", "court")
			.anonymize(GuardrailPiiEntityType.EMAIL)
			.blockedMessages("Please write to our legal department about this.",
					"Please write to our legal department about this.")
			.build();
	}

	@Bean
	EmulatorConnectionDetails emulatorConnectionDetails(BedrockRuntimeEmulator emulator) {
		return new EmulatorConnectionDetails(emulator);
	}

}
