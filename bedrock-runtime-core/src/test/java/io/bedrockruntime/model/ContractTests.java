package io.bedrockruntime.model;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Proves shape by shape that the model matches the service. Each new shape, member or
 * value in the contract is one failing line with its name.
 */
class ContractTests {

	private static final Map<String, List<Class<?>>> SCALARS = Map.of("string", List.of(String.class, String.class),
			"integer", List.of(int.class, Integer.class), "long", List.of(long.class, Long.class), "float",
			List.of(float.class, Float.class), "double", List.of(double.class, Double.class), "boolean",
			List.of(boolean.class, Boolean.class), "blob", List.of(Blob.class, Blob.class), "document",
			List.of(JsonNode.class, JsonNode.class), "timestamp(date-time)", List.of(Instant.class, Instant.class));

	@Test
	void shouldReadContract() {
		assertThat(Contract.shapes()).hasSize(193);
		assertThat(Contract.enums()).hasSize(45);
		assertThat(Contract.operationOutputs()).hasSize(11);
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#structures")
	void shouldHaveStructure(String name) {
		Class<?> type = Contract.typeOf(name);
		assertThat(type).as(name).isRecord();
		assertThat(Structure.class).as(name).isAssignableFrom(type);
		Map<String, RecordComponent> components = new LinkedHashMap<>();
		Arrays.stream(type.getRecordComponents()).forEach((it) -> components.put(it.getName(), it));
		List<String> expected = new ArrayList<>();
		Contract.members(name).forEach((member, description) -> {
			if (!Contract.isEventStream(description.get("type").stringValue())) {
				expected.add(member);
				assertThat(components).as("members of %s", name).containsKey(member);
				check(name, member, description, components.get(member));
			}
		});
		if (Contract.keepsUnknownMembers(name)) {
			expected.add("unknownMembers");
		}
		if (Contract.operationOutputs().contains(name)) {
			expected.add("responseMetadata");
			assertThat(components.get("responseMetadata").getAccessor().isAnnotationPresent(JsonIgnore.class)).isTrue();
		}
		assertThat(components.keySet()).as("members of %s, in order", name).containsExactlyElementsOf(expected);
	}

	private void check(String shape, String member, JsonNode description, RecordComponent component) {
		boolean required = Contract.isRequired(shape, member);
		String where = "%s.%s".formatted(shape, member);
		assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class)).as("%s is optional", where)
			.isEqualTo(!required);
		assertThat(component.getAccessor().isAnnotationPresent(JsonIgnore.class)).as("%s is outside the JSON", where)
			.isEqualTo(Contract.isBound(description));
		checkType(where, description, component.getGenericType(), required);
		if (description.has("sensitive") && component.getType() != Blob.class) {
			assertThat(component.isAnnotationPresent(Sensitive.class)).as("%s is sensitive", where).isTrue();
		}
	}

	private void checkType(String where, JsonNode description, Type actual, boolean required) {
		String type = description.get("type").stringValue();
		if (description.has("enum")) {
			assertThat(actual).as("type of %s", where)
				.isEqualTo(Contract.typeOf(description.get("enum").stringValue()));
		}
		else if (type.equals("list") || type.equals("map")) {
			ParameterizedType generic = (ParameterizedType) actual;
			Type[] arguments = generic.getActualTypeArguments();
			assertThat(generic.getRawType()).as("type of %s", where)
				.isEqualTo(type.equals("list") ? List.class : Map.class);
			checkType(where, description.get("of"), arguments[arguments.length - 1], false);
		}
		else if (SCALARS.containsKey(type)) {
			assertThat(actual).as("type of %s", where).isEqualTo(SCALARS.get(type).get(required ? 0 : 1));
		}
		else {
			assertThat(actual).as("type of %s", where).isEqualTo(Contract.typeOf(type));
		}
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#unions")
	void shouldHaveUnion(String name) {
		Class<?> type = Contract.typeOf(name);
		assertThat(type.isSealed()).as(name).isTrue();
		assertThat(Union.class).as(name).isAssignableFrom(type);
		List<String> expected = new ArrayList<>();
		Contract.members(name).forEach((member, description) -> {
			String variantName = member.substring(0, 1).toUpperCase() + member.substring(1);
			expected.add(variantName);
			Class<?> variant = Arrays.stream(type.getPermittedSubclasses())
				.filter((candidate) -> candidate.getSimpleName().equals(variantName))
				.findFirst()
				.orElseThrow(() -> new AssertionError("%s has no variant %s".formatted(name, member)));
			assertThat(variant.getRecordComponents()).as("%s.%s", name, member).hasSize(1);
			RecordComponent component = variant.getRecordComponents()[0];
			assertThat(component.getName()).as("%s.%s", name, member).isEqualTo(member);
			checkType("%s.%s".formatted(name, member), description, component.getGenericType(), false);
			assertThat(type.getDeclaredMethods()).as("factory methods of %s", name)
				.anyMatch((method) -> method.getName().equals(member) && method.getParameterCount() == 1
						&& method.getParameterTypes()[0] == component.getType());
		});
		expected.add("Unknown");
		assertThat(type.getPermittedSubclasses()).extracting(Class::getSimpleName)
			.as("variants of %s, in order", name)
			.containsExactlyElementsOf(expected);
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#enums")
	void shouldHaveEnum(String name) throws Exception {
		Class<?> type = Contract.typeOf(name);
		assertThat(EnumValue.class).as(name).isAssignableFrom(type);
		List<?> values = (List<?>) type.getMethod("values").invoke(null);
		assertThat(values).extracting(Object::toString)
			.as("values of %s", name)
			.containsExactlyElementsOf(Contract.values(name));
		for (Object value : values) {
			assertThat(Arrays.stream(type.getFields()).map(ContractTests::constant)).as("constants of %s", name)
				.anyMatch((constant) -> constant == value);
			assertThat(type.getMethod("of", String.class).invoke(null, value.toString())).isSameAs(value);
		}
		assertThat(type.getMethod("of", String.class).invoke(null, "something-new")).hasToString("something-new");
	}

	private static Object constant(Field field) {
		try {
			return field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new AssertionError(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#structures")
	void whenRequiredValueIsNullThenNamesIt(String name) throws Exception {
		Class<?> type = Contract.typeOf(name);
		RecordComponent[] components = type.getRecordComponents();
		boolean anyRequired = Arrays.stream(components)
			.anyMatch(
					(it) -> !it.getType().isPrimitive() && !it.getAnnotatedType().isAnnotationPresent(Nullable.class));
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
		Object[] nulls = Arrays.stream(types).map(ContractTests::zero).toArray();
		if (anyRequired) {
			assertThat(catchThrowable(() -> type.getDeclaredConstructor(types).newInstance(nulls)))
				.hasCauseInstanceOf(IllegalArgumentException.class)
				.satisfies((ex) -> assertThat(ex.getCause().getMessage()).matches("'\\w+' must not be (null|empty)"));
		}
		else {
			assertThat(type.getDeclaredConstructor(types).newInstance(nulls)).isNotNull();
		}
	}

	private static Object zero(Class<?> type) {
		return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
	}

}
