package io.bedrockruntime.test;

import java.util.Map;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules for the packages of this module. No other module depends on it, and its packages
 * do not depend on each other: mocks need no JUnit, and only the container needs
 * Testcontainers.
 */
@AnalyzeClasses(packages = "io.bedrockruntime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.bedrockruntime.test";

	@ArchTest
	static final ArchRule NOTHING_USES_TEST_SUPPORT = noClasses().that()
		.resideOutsideOfPackage("io.bedrockruntime.test..")
		.should()
		.dependOnClassesThat(resideInAPackage("io.bedrockruntime.test.."));

	@ArchTest
	static final ArchRule TEST_SUPPORT_USES_NO_INTERNALS = noClasses().that()
		.resideInAPackage("io.bedrockruntime.test..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.bedrockruntime.internal..", "io.bedrockruntime.emulator.internal..",
				"io.bedrockruntime.autoconfigure.internal..");

	@ArchTest
	static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().assignedFrom(new PackageOfTestSupport())
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule SUBPACKAGES_ARE_INDEPENDENT = slices().matching("io.bedrockruntime.test.(*)..")
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule ONLY_CONTAINER_USES_TESTCONTAINERS = noClasses().that()
		.resideOutsideOfPackage("io.bedrockruntime.test.testcontainers..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.testcontainers..", "org.springframework.boot.testcontainers..");

	@ArchTest
	static final ArchRule MOCKS_USE_CORE_ONLY = noClasses().that()
		.resideInAPackage("io.bedrockruntime.test.mock")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.bedrockruntime.emulator..", "io.bedrockruntime.autoconfigure..",
				"org.springframework.boot..", "org.junit..", "org.assertj..");

	@ArchTest
	static void packageIsNotTooLarge(JavaClasses classes) {
		Map<String, Long> sizes = classes.stream()
			.filter((type) -> type.isTopLevelClass() && type.getPackageName().startsWith(ROOT))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		assertThat(sizes).isNotEmpty().allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(40));
	}

	/** Assigns each class of this module to its package, and ignores other classes. */
	private static final class PackageOfTestSupport implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return type.getPackageName().startsWith(ROOT) ? SliceIdentifier.of(type.getPackageName())
					: SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "packages of test support";
		}

	}

}
