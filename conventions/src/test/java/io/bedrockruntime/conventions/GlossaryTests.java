package io.bedrockruntime.conventions;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no documentation, comment or message contains a word that
 * {@code glossary.csv} retires.
 */
class GlossaryTests {

	private static final List<Passage> PROSE = Prose.all();

	@ParameterizedTest
	@MethodSource("terms")
	void retiredTermIsNotUsed(Term term) {
		assertThat(PROSE.stream().flatMap((passage) -> term.findIn(passage).stream()).map(Finding::toString)).isEmpty();
	}

	static List<Term> terms() {
		return Term.read("glossary.csv");
	}

}
