package io.bedrockruntime.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Context customizer that adds the emulator to an application context. Test classes with
 * equal customizers share a context.
 *
 * @param region the region
 * @param tokensPerSecond the pace of streams
 * @param script the script entries at the start of each test
 * @param owner the only test class that may use the context, or null
 */
record EmbeddedBedrockRuntimeContextCustomizer(String region, double tokensPerSecond, List<String> script,
		@Nullable Class<?> owner) implements ContextCustomizer {

	static final String PREFIX = "bedrock.runtime.test.";

	static EmbeddedBedrockRuntimeContextCustomizer of(EmbeddedBedrockRuntime annotation, Class<?> testClass) {
		return new EmbeddedBedrockRuntimeContextCustomizer(annotation.region(), annotation.tokensPerSecond(),
				List.of(annotation.script()), annotation.isolated() ? testClass : null);
	}

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bedrockRuntimeTest", settings()));
		// Ahead-of-time processing has already generated code for the configuration.
		if (!AotDetector.useGeneratedArtifacts()
				&& context.getBeanFactory() instanceof BeanDefinitionRegistry registry) {
			new AnnotatedBeanDefinitionReader(registry, context.getEnvironment())
				.register(EmbeddedBedrockRuntimeConfiguration.class);
		}
	}

	private Map<String, Object> settings() {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put(PREFIX + "region", this.region);
		settings.put(PREFIX + "tokens-per-second", this.tokensPerSecond);
		for (int i = 0; i < this.script.size(); i++) {
			settings.put(PREFIX + "script[" + i + "]", this.script.get(i));
		}
		// The client rejects these endpoint variants together with an endpoint.
		settings.put("bedrock.runtime.fips-enabled", false);
		settings.put("bedrock.runtime.dualstack-enabled", false);
		return settings;
	}

}
