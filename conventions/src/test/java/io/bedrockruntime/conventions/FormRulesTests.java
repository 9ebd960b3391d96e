package io.bedrockruntime.conventions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FormRules} and {@link Markdown}.
 */
class FormRulesTests {

	private static final String FULL_LINE = "// " + "word ".repeat(15).strip();

	@ParameterizedTest
	@ValueSource(strings = { "What", "Where", "How", "Which", "Whether", "Who" })
	void questionWordIsFound(String word) {
		JavaText text = new JavaText("A.java", "/**\n * " + word + " is it.\n */\n@B\nfinal class A {\n}\n");
		assertThat(FormRules.questionWords(text)).extracting(Finding::toString)
			.containsExactly("A.java:2: '" + word + "': begin the Javadoc of a type with a noun phrase");
	}

	@Test
	void otherJavadocIsAllowed() {
		JavaText text = new JavaText("A.java",
				"/**\n * Whatever holds.\n */\nclass A {\n/** What it is. */ int what;\n/** Howl. */ class B { } }\n");
		assertThat(FormRules.questionWords(text)).isEmpty();
	}

	@Test
	void singleWordAfterFullLineIsFound() {
		assertThat(FormRules.brokenLines("A.java", "int a;\n\t" + FULL_LINE + "\n\t// broken\n\t// and the rest"))
			.extracting(Finding::toString)
			.containsExactly("A.java:3: 'broken': wrap the lines of this comment again");
	}

	@Test
	void singleWordAfterShortLineIsAllowed() {
		assertThat(FormRules.brokenLines("A.java", "// A short line\n// word\n" + FULL_LINE + "\n// two words\n"))
			.isEmpty();
	}

	@Test
	void longMarkdownLineIsFound() {
		String longLine = "word ".repeat(25).strip();
		Markdown page = new Markdown("a.md", "# Title\n" + longLine + "\n");
		assertThat(FormRules.longLines(page)).extracting(Finding::location).containsExactly("a.md:2");
	}

	@Test
	void tableCodeAndSingleLinkMayBeLong() {
		String longLine = "word ".repeat(25).strip();
		Markdown page = new Markdown("a.md",
				"| " + longLine + "\n```java\n" + longLine + "\n```\n[a name](" + "x".repeat(120) + ")\n\tshort\n");
		assertThat(FormRules.longLines(page)).isEmpty();
	}

	@Test
	void proseOfMarkdownHasNoCode() {
		Markdown page = new Markdown("a.md",
				"Say `code` and [a link](target.md).\n\n```\nfenced\n```\n~~~\nfenced\n~~~\nThe end, https://a.b/c of it.\n");
		assertThat(page.prose().text()).isEqualTo("Say - and [a link]-.\n\n\n\n\n\n\n\nThe end, - of it.");
	}

}
