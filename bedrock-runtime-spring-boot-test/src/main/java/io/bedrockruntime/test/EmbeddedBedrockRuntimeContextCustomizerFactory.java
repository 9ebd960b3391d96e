package io.bedrockruntime.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Factory of the context customizer for test classes that have the annotation
 * {@link EmbeddedBedrockRuntime}, or whose enclosing class has it.
 */
class EmbeddedBedrockRuntimeContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		EmbeddedBedrockRuntime annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				EmbeddedBedrockRuntime.class);
		return (annotation != null) ? EmbeddedBedrockRuntimeContextCustomizer.of(annotation, testClass) : null;
	}

}
