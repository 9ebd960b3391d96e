package io.bedrockruntime.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;

import static org.assertj.core.api.Assertions.assertThat;

class EmulatorHintsTests {

	/** Types that look up by reflection; hints cover each of them. */
	private static final List<String> REFLECTIVE = List.of("EmulatorHints", "RecordParser", "ScriptEntryParser",
			"ScriptValueParser", "ServiceModel");

	private static final List<String> LOOKUPS = List.of("forName", "loadClass", "getResource", "getResourceAsStream",
			"newInstance", "getRecordComponents", "getPermittedSubclasses", "getEnumConstants", "getMethod",
			"getMethods", "getDeclaredMethod", "getDeclaredMethods", "getConstructor", "getConstructors",
			"getDeclaredConstructor", "getDeclaredConstructors", "getField", "getDeclaredField", "getDeclaredFields");

	private final RuntimeHints hints = new RuntimeHints();

	EmulatorHintsTests() {
		ClassLoader classLoader = getClass().getClassLoader();
		AotServices.factories(classLoader)
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getPackage().equals(EmulatorHints.class.getPackage()))
			.forEach((registrar) -> registrar.registerHints(this.hints, classLoader));
	}

	@Test
	void whenFaultOrReplyIsWrittenThenHintsCoverIt() {
		assertThat(this.hints).matches(RuntimeHintsPredicates.reflection().onType(Fault.class));
		List<String> missing = Stream
			.concat(Arrays.stream(Fault.class.getPermittedSubclasses()), Stream.of(Reply.Text.class, Reply.Error.class))
			.flatMap(
					(type) -> Stream.concat(
							Arrays.stream(type.getRecordComponents())
								.map((component) -> hint(component.getAccessor().toString(),
										RuntimeHintsPredicates.reflection()
											.onMethodInvocation(component.getAccessor()))),
							Arrays.stream(type.getConstructors())
								.map((constructor) -> hint(constructor.toString(),
										RuntimeHintsPredicates.reflection().onConstructorInvocation(constructor)))))
			.filter((missed) -> !missed.isEmpty())
			.toList();
		assertThat(missing).isEmpty();
	}

	@Test
	void whenContractIsReadThenHintsCoverIt() {
		assertThat(this.hints).matches(RuntimeHintsPredicates.resource()
			.forResource("io/bedrockruntime/emulator/internal/service/bedrock-runtime-api.json"));
	}

	@Test
	void whenClassLooksUpByReflectionThenItIsOneThatHintsAreMadeFor() {
		JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackagesOf(EmulatorHints.class);
		List<String> reflective = classes.stream()
			.filter((type) -> type.getAccessesFromSelf().stream().anyMatch(EmulatorHintsTests::isLookup))
			.map((type) -> type.getName().replaceFirst("\\$.*", ""))
			.map((name) -> name.substring(name.lastIndexOf('.') + 1))
			.distinct()
			.toList();
		assertThat(reflective).containsExactlyInAnyOrderElementsOf(REFLECTIVE);
	}

	private static boolean isLookup(JavaAccess<?> access) {
		String owner = access.getTargetOwner().getName();
		return LOOKUPS.contains(access.getName()) && (owner.equals("java.lang.Class")
				|| owner.equals("java.lang.ClassLoader") || owner.startsWith("java.lang.reflect.")
				|| owner.equals("org.springframework.util.ClassUtils"));
	}

	/** Return the name if the hint is missing. */
	private String hint(String name, Predicate<RuntimeHints> hint) {
		return hint.test(this.hints) ? "" : name;
	}

}
