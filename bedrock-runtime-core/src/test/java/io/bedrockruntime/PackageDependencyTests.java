package io.bedrockruntime;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

public class PackageDependencyTests {

	public static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.bedrockruntime");

	@Test
	void shouldHaveNoCyclesBetweenPackages() {
		// Every package is a separate slice: the part after the root, dots included.
		slices().matching("io.bedrockruntime.(**)").should().beFreeOfCycles().check(CLASSES);
		assertThat(CLASSES.containPackage("io.bedrockruntime.model.converse.stream")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "model, ''", "json, model", "eventstream, exception", "signing, exception", "exception, ''" })
	void shouldDependOnNothingOfOursBut(String part, String allowed) {
		String root = "io.bedrockruntime.";
		noClasses().that()
			.resideInAPackage(root + part + "..")
			.should()
			.dependOnClassesThat(describe("are ours, but neither in %s nor in '%s'".formatted(part, allowed),
					(target) -> target.getPackageName().startsWith("io.bedrockruntime")
							&& !isIn(target.getPackageName(), root + part)
							&& (allowed.isEmpty() || !isIn(target.getPackageName(), root + allowed))))
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void shouldWorkWithoutSpringBootAndTheServiceSdk() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "software.amazon.awssdk.services..",
					"com.fasterxml.jackson.databind..")
			.check(CLASSES);
	}

	private static boolean isIn(String candidate, String parent) {
		return candidate.equals(parent) || candidate.startsWith(parent + ".");
	}

}
