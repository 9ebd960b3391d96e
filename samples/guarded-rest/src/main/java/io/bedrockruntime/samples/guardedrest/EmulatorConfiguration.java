package io.bedrockruntime.samples.guardedrest;

import io.bedrockruntime.autoconfigure.emulator.EmulatorConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.EmulatedGuardrail;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * An emulator inside this application, which answers wherever the profile {@code aws} is
 * not active and no test has brought one. A real application has it in its tests only.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!aws")
@ConditionalOnMissingBean(BedrockRuntimeEmulator.class)
class EmulatorConfiguration {

	@Bean
	BedrockRuntimeEmulator emulator() {
		return BedrockRuntimeEmulator.builder().guardrail(guardrail()).start();
	}

	/** The one that application.yml names. */
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
