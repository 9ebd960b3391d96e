package io.bedrockruntime.emulator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What the emulator may lean on: core's model and event stream. It checks signatures on
 * its own, so that the client's are held against something else than themselves.
 */
@AnalyzeClasses(packages = "io.bedrockruntime.emulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule NO_CLIENT = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.bedrockruntime", "io.bedrockruntime.signing..", "io.bedrockruntime.autoconfigure..");

	@ArchTest
	static final ArchRule NO_SPRING_BOOT_AND_NO_AWS_SDK = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "software.amazon.awssdk..",
				"com.fasterxml.jackson.databind..");

}
