package io.bedrockruntime.autoconfigure.internal.aws;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * {@link RuntimeHintsRegistrar} for the classes that {@link AwsModules} looks up by name.
 */
class AwsModulesHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		AwsModules.clients().forEach((client) -> hints.reflection().registerTypeIfPresent(classLoader, client));
		hints.resources().registerPattern(AwsModules.HTTP_SERVICE);
	}

}
