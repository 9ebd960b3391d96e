package io.bedrockruntime.test;

import io.bedrockruntime.emulator.BedrockRuntimeEmulatorBuilder;

/**
 * Customizes the emulator of {@link EmbeddedBedrockRuntime} before it starts, for example
 * with the guardrails that it knows. Beans of this type are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BedrockRuntimeEmulatorBuilderCustomizer {

	/**
	 * Customize the emulator.
	 * @param builder the builder, set up as the annotation says
	 */
	void customize(BedrockRuntimeEmulatorBuilder builder);

}
