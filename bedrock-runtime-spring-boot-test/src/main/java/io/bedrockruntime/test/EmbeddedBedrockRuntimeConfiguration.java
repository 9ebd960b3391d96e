package io.bedrockruntime.test;

import java.util.List;

import io.bedrockruntime.autoconfigure.emulator.EmulatorConnectionDetails;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.BedrockRuntimeEmulatorBuilder;
import io.bedrockruntime.emulator.script.ScriptEntry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Beans of {@link EmbeddedBedrockRuntime}. They are primary, as an application may define
 * an emulator or connection details itself.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedBedrockRuntimeConfiguration {

	private static final String PREFIX = EmbeddedBedrockRuntimeContextCustomizer.PREFIX;

	@Bean
	@Primary
	BedrockRuntimeEmulator embeddedBedrockRuntimeEmulator(Environment environment,
			ObjectProvider<BedrockRuntimeEmulatorBuilderCustomizer> customizers) {
		BedrockRuntimeEmulatorBuilder builder = BedrockRuntimeEmulator.builder()
			.region(environment.getRequiredProperty(PREFIX + "region"))
			.tokensPerSecond(environment.getRequiredProperty(PREFIX + "tokens-per-second", Double.class));
		Binder.get(environment)
			.bind(PREFIX + "script", Bindable.listOf(String.class))
			.orElseGet(List::of)
			.forEach((entry) -> builder.script(ScriptEntry.parse(entry)));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.start();
	}

	@Bean
	EmulatorReset embeddedBedrockRuntimeEmulatorReset(BedrockRuntimeEmulator embeddedBedrockRuntimeEmulator) {
		return new EmulatorReset(embeddedBedrockRuntimeEmulator);
	}

	@Bean
	@Primary
	EmulatorConnectionDetails embeddedBedrockRuntimeConnectionDetails(
			BedrockRuntimeEmulator embeddedBedrockRuntimeEmulator) {
		return new EmulatorConnectionDetails(embeddedBedrockRuntimeEmulator);
	}

}
