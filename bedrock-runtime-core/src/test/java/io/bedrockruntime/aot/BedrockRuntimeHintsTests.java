package io.bedrockruntime.aot;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.bedrockruntime.ArchitectureTests;
import io.bedrockruntime.model.Contract;
import io.bedrockruntime.model.EnumValue;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.Union;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the hints for a native image with the contract, with the class files, and with
 * all lookups by reflection.
 */
class BedrockRuntimeHintsTests {

	private static final JavaClasses CLASSES = ArchitectureTests.CLASSES;

	/**
	 * The classes that look up classes or members by name; each is covered by hints or
	 * needs none.
	 */
	private static final List<String> REFLECTIVE = List.of("io.bedrockruntime.aot.BedrockRuntimeHints",
			"io.bedrockruntime.aot.ShapeTypes", "io.bedrockruntime.json.StructureShape",
			"io.bedrockruntime.json.UnionShape", "io.bedrockruntime.json.EnumValueDeserializer",
			"io.bedrockruntime.model.Redaction", "io.bedrockruntime.internal.schema.JsonSchemas",
			"io.bedrockruntime.http.HttpClientResources",
			// For types of the application, which registers its own hints.
			"io.bedrockruntime.internal.schema.DerivedSchemas", "io.bedrockruntime.internal.schema.JsonValues");

	private static final List<String> LOOKUPS = List.of("forName", "loadClass", "isPresent", "resolveClassName",
			"getResource", "getResources", "getResourceAsStream", "newInstance", "getRecordComponents",
			"getPermittedSubclasses", "getEnumConstants", "getMethod", "getMethods", "getDeclaredMethod",
			"getDeclaredMethods", "getConstructor", "getConstructors", "getDeclaredConstructor",
			"getDeclaredConstructors", "getField", "getFields", "getDeclaredField", "getDeclaredFields",
			"newProxyInstance", "load", "findVirtual", "findStatic", "findConstructor", "findVarHandle");

	private static RuntimeHints hints;

	@BeforeAll
	static void register() {
		hints = new RuntimeHints();
		ClassLoader classLoader = BedrockRuntimeHintsTests.class.getClassLoader();
		AotServices.factories(classLoader)
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("io.bedrockruntime"))
			.forEach((registrar) -> registrar.registerHints(hints, classLoader));
	}

	@Test
	void whenContractHasShapeThenHintsCoverIt() {
		List<String> missing = new ArrayList<>();
		Stream.of(Contract.structures(), Contract.unions(), Contract.enums())
			.flatMap((names) -> names)
			.map(Contract::typeOf)
			.forEach((type) -> missing.addAll(missing(type)));
		assertThat(missing).isEmpty();
	}

	@Test
	void whenClassIsShapeOrDescribedWithoutContentThenHintsCoverIt() {
		List<String> missing = new ArrayList<>();
		CLASSES.stream()
			.filter((type) -> (isShape(type) && !type.getPackageName().equals("io.bedrockruntime.model"))
					|| isDescribed(type))
			.forEach((type) -> missing.addAll(missing(type.reflect())));
		assertThat(missing).isEmpty();
	}

	@Test
	void whenClassLooksUpByReflectionThenItIsOneThatHintsAreMadeFor() {
		List<String> others = CLASSES.stream()
			.filter((type) -> type.getMethodCallsFromSelf().stream().anyMatch(BedrockRuntimeHintsTests::isLookup)
					|| type.getMethodReferencesFromSelf()
						.stream()
						.anyMatch((reference) -> isLookup(reference.getTargetOwner(), reference.getName())))
			.map((type) -> type.getName().replaceFirst("\\$.*", ""))
			.distinct()
			.toList();
		assertThat(others).containsExactlyInAnyOrderElementsOf(REFLECTIVE);
	}

	@Test
	void whenClassIsLookedForByNameThenItHasHint() {
		assertThat(hints).matches(type("com.github.victools.jsonschema.generator.SchemaGenerator"))
			.matches(type("com.github.victools.jsonschema.module.jackson.JacksonSchemaModule"))
			.matches(type("io.micrometer.core.instrument.MeterRegistry"))
			.matches(type("software.amazon.awssdk.http.auth.aws.eventstream.HttpAuthAwsEventStream"));
	}

	private static boolean isShape(JavaClass type) {
		return type.isAssignableTo(Structure.class) || type.isAssignableTo(Union.class)
				|| type.isAssignableTo(EnumValue.class);
	}

	private static boolean isDescribed(JavaClass type) {
		return type.isRecord() && type.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().isEquivalentTo(Redaction.class));
	}

	private static boolean isLookup(JavaMethodCall call) {
		return isLookup(call.getTargetOwner(), call.getName());
	}

	private static boolean isLookup(JavaClass owner, String method) {
		return LOOKUPS.contains(method) && Stream
			.of("java.lang.Class", "java.lang.ClassLoader", "java.lang.reflect.", "java.lang.invoke.",
					"java.util.ServiceLoader", "org.springframework.util.ClassUtils",
					"org.springframework.util.ReflectionUtils", "org.springframework.beans.BeanUtils")
			.anyMatch((prefix) -> owner.getName().equals(prefix)
					|| (prefix.endsWith(".") && owner.getName().startsWith(prefix)));
	}

	/**
	 * Members of a type that the codec and the descriptions use and that have no hint.
	 */
	private static List<String> missing(Class<?> type) {
		List<String> missing = new ArrayList<>();
		require(missing, type.getName(), type(type.getName()));
		if (type.isSealed()) {
			Arrays.stream(type.getPermittedSubclasses()).forEach((variant) -> missing.addAll(missing(variant)));
		}
		if (type.isRecord()) {
			RecordComponent[] components = type.getRecordComponents();
			Class<?>[] parameters = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
			Arrays.stream(type.getDeclaredConstructors())
				.filter((constructor) -> Arrays.equals(constructor.getParameterTypes(), parameters))
				.forEach((constructor) -> require(missing, constructor.toString(),
						RuntimeHintsPredicates.reflection().onConstructorInvocation(constructor)));
			Arrays.stream(components)
				.map(RecordComponent::getAccessor)
				.forEach((accessor) -> require(missing, accessor.toString(),
						RuntimeHintsPredicates.reflection().onMethodInvocation(accessor)));
		}
		if (EnumValue.class.isAssignableFrom(type)) {
			require(missing, type.getName() + ".of",
					RuntimeHintsPredicates.reflection().onMethodInvocation(type, "of"));
		}
		return missing;
	}

	private static void require(List<String> missing, String what, Predicate<RuntimeHints> hint) {
		if (!hint.test(hints)) {
			missing.add(what);
		}
	}

	private static Predicate<RuntimeHints> type(String name) {
		return RuntimeHintsPredicates.reflection().onType(TypeReference.of(name));
	}

}
