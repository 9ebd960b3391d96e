package io.bedrockruntime.test;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Nothing leans on what tests are made with, and each package can do without the others:
 * a test that mocks needs no JUnit, and only the container needs Testcontainers.
 */
@AnalyzeClasses(packages = "io.bedrockruntime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule NOTHING_USES_TESTS = noClasses().that()
		.resideOutsideOfPackage("io.bedrockruntime.test..")
		.should()
		.dependOnClassesThat(resideInAPackage("io.bedrockruntime.test.."));

	@ArchTest
	static final ArchRule PACKAGES_ARE_APART = slices().matching("io.bedrockruntime.test.(*)..")
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

}
