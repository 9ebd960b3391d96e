package io.bedrockruntime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walls between the packages of this module.
 */
public class ArchitectureTests {

	public static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("/io/bedrockruntime/logcheck/"))
		.importPackages("io.bedrockruntime");

	private static final String ROOT = "io.bedrockruntime";

	private static final int MAX_TYPES = 40;

	private static final int MAX_TYPES_OF_ROOT = 10;

	/**
	 * The packages from the top to the bottom: each may depend on those after it only.
	 */
	private static final List<String> LAYERS = List.of("aot", "tool", "", "http", "stream", "internal.schema",
			"structured", "internal.call", "internal.observe", "internal.operation", "internal.event",
			"internal.eventstream", "internal.exception", "internal.netty", "settings", "event", "observation",
			"internal.signing", "identity", "eventstream", "json", "internal", "exception", "model");

	@Test
	void shouldHaveNoCyclesBetweenPackages() {
		// Every package is a separate slice: the part after the root, dots included.
		slices().matching("io.bedrockruntime.(**)").should().beFreeOfCycles().check(CLASSES);
		assertThat(CLASSES.containPackage("io.bedrockruntime.model.converse.stream")).isTrue();
	}

	@Test
	void shouldDependDownwardsOnly() {
		List<String> upwards = new ArrayList<>();
		for (JavaClass origin : CLASSES) {
			int layer = layer(origin);
			for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
				JavaClass target = dependency.getTargetClass().getBaseComponentType();
				if (target.getPackageName().startsWith(ROOT) && layer(target) < layer) {
					upwards.add(dependency.getDescription());
				}
			}
		}
		assertThat(upwards).isEmpty();
	}

	private static int layer(JavaClass type) {
		String name = type.getPackageName().substring(ROOT.length());
		String part = name.startsWith(".model") ? "model" : name.isEmpty() ? "" : name.substring(1);
		assertThat(LAYERS).as("layer of " + type.getName()).contains(part);
		return LAYERS.indexOf(part);
	}

	@ParameterizedTest
	@CsvSource({ "model, ''", "json, model", "eventstream, exception", "exception, ''", "identity, internal",
			"internal.signing, exception|identity|internal", "internal.netty, settings|model" })
	void shouldDependOnNothingOfOursBut(String part, String allowed) {
		List<String> packages = Stream.concat(Stream.of(part), Stream.of(allowed.split("\\|")))
			.filter((name) -> !name.isEmpty())
			.map((name) -> ROOT + "." + name)
			.toList();
		noClasses().that()
			.resideInAPackage(ROOT + "." + part + "..")
			.should()
			.dependOnClassesThat(describe("are ours, but neither in %s nor in '%s'".formatted(part, allowed),
					(target) -> target.getPackageName().startsWith(ROOT)
							&& packages.stream().noneMatch((name) -> isIn(target.getPackageName(), name))))
			.check(CLASSES);
	}

	@Test
	void shouldKeepPackagesSmall() {
		Map<String, Long> sizes = CLASSES.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getPackageName().startsWith(ROOT + ".model"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		assertThat(sizes).hasSizeGreaterThan(20)
			.allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MAX_TYPES));
		assertThat(sizes.get(ROOT)).isLessThanOrEqualTo(MAX_TYPES_OF_ROOT);
	}

	/** Users of the public types must not need an internal one. */
	@Test
	void shouldNotShowInternalTypesInPublicSignatures() {
		List<String> shown = new ArrayList<>();
		for (JavaClass type : CLASSES) {
			if (isInternal(type) || !type.getModifiers().contains(JavaModifier.PUBLIC)) {
				continue;
			}
			for (JavaCodeUnit unit : type.getCodeUnits()) {
				boolean visible = unit.getModifiers().contains(JavaModifier.PUBLIC)
						|| unit.getModifiers().contains(JavaModifier.PROTECTED);
				if (visible && Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
					.anyMatch(ArchitectureTests::isInternal)) {
					shown.add(unit.getFullName());
				}
			}
		}
		assertThat(shown).isEmpty();
	}

	@Test
	void shouldWorkWithoutSpringBootAndTheServiceSdk() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "software.amazon.awssdk.services..",
					"com.fasterxml.jackson.databind..")
			.check(CLASSES);
	}

	private static boolean isInternal(JavaClass type) {
		return isIn(type.getPackageName(), ROOT + ".internal");
	}

	private static boolean isIn(String candidate, String parent) {
		return candidate.equals(parent) || candidate.startsWith(parent + ".");
	}

}
