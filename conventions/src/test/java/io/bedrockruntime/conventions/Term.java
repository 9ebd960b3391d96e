package io.bedrockruntime.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A retired word or phrase: a row of {@code glossary.csv}.
 */
final class Term {

	private final String expression;

	private final Pattern pattern;

	private final String instead;

	private final Pattern exceptions;

	private Term(String expression, String instead, String exceptions) {
		this.expression = expression;
		this.pattern = compile(expression);
		this.instead = instead;
		this.exceptions = compile(exceptions.isEmpty() ? "(?!)" : exceptions);
	}

	/**
	 * Return the term of a row with three columns, which semicolons separate: a regular
	 * expression, the advice, and a regular expression for allowed uses or nothing.
	 */
	static Term of(String row) {
		String[] columns = row.split(";", -1);
		if (columns.length != 3 || columns[0].isBlank() || columns[1].isBlank()) {
			throw new IllegalArgumentException("Three columns are required: " + row);
		}
		return new Term(columns[0].strip(), columns[1].strip(), columns[2].strip());
	}

	/**
	 * Read the rows of a resource beside this class. Blank lines and comments, which
	 * begin with {@code #}, are ignored.
	 */
	static List<Term> read(String resource) {
		return Resources.lines(resource)
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(Term::of)
			.toList();
	}

	List<Finding> findIn(Passage passage) {
		List<Finding> found = new ArrayList<>();
		List<MatchResult> allowed = this.exceptions.matcher(passage.text()).results().toList();
		this.pattern.matcher(passage.text())
			.results()
			.filter((match) -> allowed.stream().noneMatch((other) -> covers(other, match)))
			.forEach((match) -> found.add(new Finding(passage.locationOf(match.start()),
					match.group().replaceAll("\\s+", " "), "write " + this.instead)));
		return found;
	}

	private static boolean covers(MatchResult outer, MatchResult inner) {
		return outer.start() <= inner.start() && inner.end() <= outer.end();
	}

	private static Pattern compile(String expression) {
		return Pattern.compile("\\b(?:" + expression.replace(" ", "\\s+") + ")\\b", Pattern.CASE_INSENSITIVE);
	}

	@Override
	public String toString() {
		return this.expression;
	}

}
