package io.bedrockruntime.autoconfigure.client;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;
import org.springframework.util.ReflectionUtils;

/**
 * {@link RuntimeHintsRegistrar} for named clients, which may be configured after the
 * native image was built.
 */
class NamedClientHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(BedrockRuntimeClientProperties.class).registerHints(hints, classLoader);
		hints.proxies().registerJdkProxy(ReactiveBedrockRuntimeOperations.class);
		ReflectionUtils.doWithLocalMethods(ConfiguredBedrockRuntimeClients.class, (method) -> {
			if (NamedClientRegistrar.METHODS.contains(method.getName())) {
				hints.reflection().registerMethod(method, ExecutableMode.INVOKE);
			}
		});
	}

}
