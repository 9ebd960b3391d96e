package io.bedrockruntime.conventions;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Term} and for the rows of {@code glossary.csv}.
 */
class TermTests {

	@Test
	void whenRetiredWordIsUsedThenFindingHasLocationWordAndAdvice() {
		Term term = Term.of("in place of; 'instead of';");
		assertThat(term.findIn(new Passage("A.java", 7, "First line.\nThis is in\n place of that.\n")))
			.extracting(Finding::toString)
			.containsExactly("A.java:8: 'in place of': write 'instead of'");
	}

	@Test
	void whenUseIsAllowedThenNothingIsFound() {
		Term term = Term.of("clocks?; 'timeout'; virtual clock");
		assertThat(term.findIn(new Passage("A.java", 1, "With a virtual\n clock. The clock is started.")))
			.extracting(Finding::location)
			.containsExactly("A.java:2");
	}

	@Test
	void whenWordIsPartOfAnotherThenNothingIsFound() {
		assertThat(Term.of("place; 'target';").findIn(new Passage("A.java", 1, "A placeholder is replaced.")))
			.isEmpty();
	}

	@Test
	void whenColumnIsMissingThenRowIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> Term.of("patience; 'timeout'"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The clock runs | clock
			When the time ran out | ran out
			The end of your patience | patience
			It goes to another place | place
			The call goes elsewhere | elsewhere
			This in place of that | in place of
			A listener is told of it | told
			To tell them apart | tell
			The service answers | answers
			Region 'x' is no name of a region | is no
			There is none that is none | is none
			None could be had | could be had
			Those at hand | at hand
			It was used of late | of late
			The call goes on | goes on
			Whoever wants that | Whoever
			Nobody is there | Nobody
			It wants to know | wants to know
			It takes note of it | takes note
			It follows it to the letter | to the letter
			It can be mended | mended
			The events are gathered | gathered
			The blocking face | blocking face
			A client of its own | of its own
			The whole response | whole
			A value that is spelled so | spelled
			It is heeded | heeded
			As good as none | As good as
			It stays without a name | stays without
			It stands for a region | stands for
			It has to do with regions | has to do with
			Regions such as has a name | such as has
			The region, for it is known | for it is
			A region, be it known | be it
			A name, that of a region | that of
			""")
	void retiredTermIsFound(String sentence, String expected) {
		assertThat(findings(sentence)).extracting(Finding::found).contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Decimal places are kept.", "It is replaced in place.", "A placeholder.",
			"The clock skew of the machine.", "Tests use a virtual clock.", "It is no longer used.",
			"There is no region.", "Whole seconds only.", "It takes place later." })
	void allowedUseIsNotFound(String sentence) {
		assertThat(findings(sentence)).isEmpty();
	}

	private static List<Finding> findings(String sentence) {
		Passage passage = new Passage("A.java", 1, sentence);
		return Term.read("glossary.csv").stream().flatMap((term) -> term.findIn(passage).stream()).toList();
	}

}
