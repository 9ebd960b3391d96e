package io.bedrockruntime.conventions;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JavaText}.
 */
class JavaTextTests {

	@Test
	void commentsAreFoundWithoutCode() {
		JavaText text = new JavaText("A.java", """
				package a;

				/**
				 * Reads {@code one} and {@link Two#three(int) the third}.
				 * @param four the fourth
				 */
				class A {

					// A line
					// and the next.
					String url = "http://a.b // no comment"; // At the end.
					char quote = '"'; /* A block. */

				}
				""");
		assertThat(text.comments()).extracting(Passage::line).containsExactly(3, 9, 11, 12);
		assertThat(text.comments()).extracting((passage) -> passage.text().strip().replaceAll("\\s+", " "))
			.containsExactly("Reads - and - the third-. - the fourth", "A line and the next.", "At the end.",
					"A block.");
	}

	@Test
	void messagesAreFoundAcrossConcatenation() {
		JavaText text = new JavaText("A.java", """
				class A {

					String a = "single";
					String b = "Region '" + a + "' is no "
							+ "name";
					String c = \"""
							A block of "text"
							\""";

				}
				""");
		assertThat(text.messages()).extracting((passage) -> passage.text().strip().replaceAll("\\s+", " "))
			.containsExactly("Region '", "' is no name", "A block of \"text\"");
		assertThat(text.messages()).extracting(Passage::line).containsExactly(4, 4, 6);
	}

	@Test
	void javadocOfTypesIsFound() {
		JavaText text = new JavaText("A.java", """
				/**
				 * The package.
				 */
				@NullMarked
				package a;

				/**
				 * The class.
				 */
				@A(value = "(", b = @B({ C.class }))
				public final class A {

					/** The field. */
					int a;

					/** The annotation. */
					@interface C {
					}

					/** The record. */
					private record B() {
					}

				}
				""");
		assertThat(text.typeJavadoc()).extracting((passage) -> passage.text().strip())
			.containsExactly("The package.", "The class.", "The annotation.", "The record.");
	}

}
