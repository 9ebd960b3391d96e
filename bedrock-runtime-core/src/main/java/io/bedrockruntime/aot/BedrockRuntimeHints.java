package io.bedrockruntime.aot;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.internal.schema.JsonSchemas;
import io.bedrockruntime.model.EnumValue;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * Hints for the types that the codec and the descriptions of shapes access by reflection,
 * and for the classes that are looked up by name. The shapes are the parameters and
 * results of the operations, and all types that these contain.
 */
class BedrockRuntimeHints implements RuntimeHintsRegistrar {

	/** The AWS signer looks for it before it signs the events of a stream. */
	private static final String EVENT_STREAM_MARKER = "software.amazon.awssdk.http.auth.aws.eventstream"
			+ ".HttpAuthAwsEventStream";

	/** The HTTP client looks for it before it binds meters to connection pools. */
	private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ReflectionHints reflection = hints.reflection();
		ShapeTypes shapes = new ShapeTypes();
		for (Method operation : ReactiveBedrockRuntimeOperations.class.getMethods()) {
			shapes.add(operation.getGenericReturnType());
			Arrays.stream(operation.getGenericParameterTypes()).forEach(shapes::add);
		}
		shapes.types().forEach((type) -> register(reflection, type));
		reflection.registerType(TypeReference.of(EVENT_STREAM_MARKER));
		reflection.registerTypeIfPresent(classLoader, METER_REGISTRY);
		JsonSchemas.LIBRARIES.forEach((library) -> reflection.registerTypeIfPresent(classLoader, library));
	}

	private static void register(ReflectionHints reflection, Class<?> type) {
		reflection.registerType(type);
		if (type.isRecord()) {
			RecordComponent[] components = type.getRecordComponents();
			reflection.registerConstructor(canonicalConstructor(type, components), ExecutableMode.INVOKE);
			Arrays.stream(components)
				.map(RecordComponent::getAccessor)
				.forEach((accessor) -> reflection.registerMethod(accessor, ExecutableMode.INVOKE));
		}
		if (EnumValue.class.isAssignableFrom(type)) {
			reflection.registerMethod(factory(type), ExecutableMode.INVOKE);
		}
	}

	private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
		try {
			return type
				.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("No canonical constructor in " + type, ex);
		}
	}

	private static Method factory(Class<?> type) {
		try {
			return type.getMethod("of", String.class);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("No factory method in " + type, ex);
		}
	}

}
