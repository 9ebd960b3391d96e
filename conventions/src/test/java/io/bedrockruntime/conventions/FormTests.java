package io.bedrockruntime.conventions;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that comments and pages keep the rules for their form.
 */
class FormTests {

	@Test
	void typeJavadocDoesNotBeginWithQuestionWord() {
		assertThat(Prose.javaTexts().stream().flatMap((text) -> FormRules.questionWords(text).stream()))
			.extracting(Finding::toString)
			.isEmpty();
	}

	@Test
	void commentHasNoLineWithSingleWordAfterFullLine() {
		assertThat(javaFiles()
			.flatMap((file) -> FormRules.brokenLines(Repository.nameOf(file), Repository.read(file)).stream()))
			.extracting(Finding::toString)
			.isEmpty();
	}

	@Test
	void markdownLineIsNotTooLong() {
		assertThat(Prose.markdown().stream().flatMap((page) -> FormRules.longLines(page).stream()))
			.extracting(Finding::toString)
			.isEmpty();
	}

	private static Stream<Path> javaFiles() {
		return Repository.modules()
			.stream()
			.flatMap((module) -> Stream.of("main", "test")
				.flatMap((tree) -> Repository.javaFiles(module, tree).stream()));
	}

}
