package io.bedrockruntime.emulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dependencies of the emulator: core's model and event stream only, and among its own
 * packages downwards only. It verifies signatures with its own code, so that the client's
 * signer is checked against an independent implementation.
 */
@AnalyzeClasses(packages = "io.bedrockruntime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String EMULATOR = "io.bedrockruntime.emulator..";

	private static final String INTERNAL = "io.bedrockruntime.emulator.internal..";

	private static final int MAX_FILES_PER_PACKAGE = 40;

	@ArchTest
	static final ArchRule NO_CLIENT = noClasses().that()
		.resideInAPackage(EMULATOR)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.bedrockruntime", "io.bedrockruntime.internal..", "io.bedrockruntime.signing..",
				"io.bedrockruntime.autoconfigure..");

	@ArchTest
	static final ArchRule NO_SPRING_BOOT_AND_NO_AWS_SDK = noClasses().that()
		.resideInAPackage(EMULATOR)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "software.amazon.awssdk..",
				"com.fasterxml.jackson.databind..");

	@ArchTest
	static final ArchRule INTERNALS_ARE_FOR_THE_EMULATOR_ONLY = noClasses().that(resideOutsideOfPackage(EMULATOR))
		.should()
		.dependOnClassesThat(resideInAPackage(INTERNAL));

	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().assignedFrom(packages()).should().beFreeOfCycles();

	@ArchTest
	static final ArchRule LAYERS_DEPEND_DOWNWARDS = layeredArchitecture()
		.consideringOnlyDependenciesInAnyPackage(EMULATOR)
		.layer("Emulator")
		.definedBy("io.bedrockruntime.emulator")
		.layer("Server")
		.definedBy(internal("server"))
		.layer("Operations")
		.definedBy(internal("operation"), internal("session"), internal("async"))
		.layer("Journal")
		.definedBy(internal("journal"))
		.layer("Settings")
		.definedBy(internal("settings"), internal("auth"))
		.layer("Formats")
		.definedBy(internal("format.."))
		.layer("Guardrails")
		.definedBy("io.bedrockruntime.emulator.guardrail", internal("guardrail"))
		.layer("Model")
		.definedBy(internal("model"))
		.layer("Wire")
		.definedBy(internal("wire"), internal("fault"))
		.layer("Validation")
		.definedBy(internal("validation"))
		.layer("Script and records")
		.definedBy("io.bedrockruntime.emulator.script", "io.bedrockruntime.emulator.record")
		.layer("Service")
		.definedBy(internal("service"))
		.layer("Support")
		.definedBy(internal("support"))
		.whereLayer("Emulator")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("Server")
		.mayOnlyBeAccessedByLayers("Emulator")
		.whereLayer("Operations")
		.mayOnlyBeAccessedByLayers("Emulator", "Server")
		.whereLayer("Journal")
		.mayOnlyBeAccessedByLayers("Emulator", "Server")
		.whereLayer("Settings")
		.mayOnlyBeAccessedByLayers("Emulator", "Server", "Operations")
		.whereLayer("Formats")
		.mayOnlyBeAccessedByLayers("Operations")
		.whereLayer("Guardrails")
		.mayOnlyBeAccessedByLayers("Emulator", "Server", "Operations", "Settings", "Formats")
		.whereLayer("Model")
		.mayOnlyBeAccessedByLayers("Server", "Operations", "Formats", "Guardrails")
		.whereLayer("Wire")
		.mayOnlyBeAccessedByLayers("Emulator", "Server", "Operations", "Settings", "Formats", "Model")
		.whereLayer("Validation")
		.mayOnlyBeAccessedByLayers("Server", "Operations", "Formats")
		.whereLayer("Script and records")
		.mayOnlyAccessLayers("Service", "Support")
		.whereLayer("Service")
		.mayOnlyAccessLayers("Support")
		.whereLayer("Support")
		.mayNotAccessAnyLayer();

	@Test
	void whenPackagesAreCountedThenNoneHasTooManyFiles() {
		JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.bedrockruntime.emulator");
		Map<String, Long> files = classes.stream()
			.filter(JavaClass::isTopLevelClass)
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		assertThat(files).hasSizeGreaterThan(15)
			.allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MAX_FILES_PER_PACKAGE));
	}

	private static String internal(String name) {
		return "io.bedrockruntime.emulator.internal." + name;
	}

	/** One slice per package of the emulator. */
	private static SliceAssignment packages() {
		return new SliceAssignment() {
			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				return resideInAPackage(EMULATOR).test(type) ? SliceIdentifier.of(type.getPackageName())
						: SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "packages of the emulator";
			}
		};
	}

}
