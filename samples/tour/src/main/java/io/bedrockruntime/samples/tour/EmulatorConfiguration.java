package io.bedrockruntime.samples.tour;

import java.time.Duration;

import io.bedrockruntime.autoconfigure.emulator.EmulatorConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Emulator inside this application, used unless the profile {@code aws} is active. Its
 * script replaces the model; everything else is the default behavior.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!aws")
class EmulatorConfiguration {

	@Bean
	BedrockRuntimeEmulator emulator() {
		BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
			.tokensPerSecond(200)
			.asyncDuration(Duration.ofSeconds(1))
			.guardrail(EmulatedGuardrail.builder("tour")
				.version("1")
				.deniedTopic("Investment advice", "stocks", "bonds")
				.anonymize(GuardrailPiiEntityType.EMAIL)
				.build())
			.start();
		say(emulator, "Converse", new Reply.Text("Air scatters the blue part of sunlight more than the red."));
		say(emulator, "Converse", new Reply.ToolUse("get_weather", "{\"city\":\"Lisbon\"}"));
		say(emulator, "Converse", new Reply.Text("No need: it is sunny in Lisbon, at 21 degrees Celsius."));
		say(emulator, "Converse", new Reply.Text("""
				{ "dish": "Pancakes", "minutes": 20, "ingredients": ["flour", "milk", "eggs", "butter"] }"""));
		say(emulator, "ConverseStream", new Reply.Text("""
				The sea is never the same twice. In the morning it lies still and grey, at noon it glitters, and at \
				night it carries the moon. Ships cross it, rivers end in it, and whoever stands before it long enough \
				grows quiet, as if it had asked something that takes a while to answer."""));
		say(emulator, "InvokeModelWithResponseStream", new Reply.Text("The Nile, the Danube and the Mekong."));
		return emulator;
	}

	private static void say(BedrockRuntimeEmulator emulator, String operation, Reply reply) {
		emulator.script().add(ScriptEntry.of(reply).on(operation));
	}

	@Bean
	EmulatorConnectionDetails emulatorConnectionDetails(BedrockRuntimeEmulator emulator) {
		return new EmulatorConnectionDetails(emulator);
	}

}
