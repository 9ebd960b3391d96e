package io.bedrockruntime.test;

import io.bedrockruntime.emulator.BedrockRuntimeEmulatorBuilder;

/**
 * Callback that customizes the emulator of {@link EmbeddedBedrockRuntime} before it
 * starts, for example to add guardrails. Beans of this type are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BedrockRuntimeEmulatorBuilderCustomizer {

	/**
	 * Customize the emulator.
	 * @param builder the builder, with the settings of the annotation
	 */
	void customize(BedrockRuntimeEmulatorBuilder builder);

}
