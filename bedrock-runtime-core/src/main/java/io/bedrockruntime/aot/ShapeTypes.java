package io.bedrockruntime.aot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import io.bedrockruntime.model.EnumValue;
import io.bedrockruntime.model.Union;

/**
 * Collects the records, unions and enumerations of the library that a type refers to,
 * directly and indirectly.
 */
final class ShapeTypes {

	private static final String ROOT = "io.bedrockruntime";

	private final Set<Class<?>> types = new LinkedHashSet<>();

	Set<Class<?>> types() {
		return Collections.unmodifiableSet(this.types);
	}

	void add(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			add(parameterized.getRawType());
			Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::add);
		}
		else if (type instanceof WildcardType wildcard) {
			Arrays.stream(wildcard.getUpperBounds()).forEach(this::add);
			Arrays.stream(wildcard.getLowerBounds()).forEach(this::add);
		}
		else if (type instanceof Class<?> single) {
			addClass(single.isArray() ? single.getComponentType() : single);
		}
	}

	private void addClass(Class<?> type) {
		if (isShape(type) && this.types.add(type)) {
			if (type.isRecord()) {
				Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType).forEach(this::add);
			}
			if (type.isSealed()) {
				Arrays.stream(type.getPermittedSubclasses()).forEach(this::add);
			}
		}
	}

	private static boolean isShape(Class<?> type) {
		return type.getPackageName().startsWith(ROOT) && (type.isRecord()
				|| (Union.class.isAssignableFrom(type) && type.isSealed()) || EnumValue.class.isAssignableFrom(type));
	}

}
