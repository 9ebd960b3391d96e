package io.bedrockruntime.exception;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page about errors covers all exceptions.
 */
class ErrorsPageTests {

	private static final Path PAGE = Path.of("..", "docs", "troubleshooting.md");

	@Test
	void shouldDocumentEachException() throws IOException {
		String page = Files.readString(PAGE);
		assertThat(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.bedrockruntime")
			.stream()
			.filter((type) -> type.isAssignableTo(Exception.class) && type.getModifiers().contains(JavaModifier.PUBLIC)
					&& !isInternal(type)))
			.hasSizeGreaterThan(30)
			.allSatisfy((type) -> assertThat(page).contains("`" + type.getSimpleName() + "`"));
	}

	private static boolean isInternal(JavaClass type) {
		return type.getPackageName().endsWith(".json") || type.getPackageName().contains(".internal");
	}

}
