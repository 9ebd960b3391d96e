package io.bedrockruntime.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules for the form of comments and pages.
 */
final class FormRules {

	/** A line of a comment is full from this width on: a tab counts for four columns. */
	static final int FULL_LINE = 70;

	static final int LONGEST_MARKDOWN_LINE = 120;

	private static final Pattern QUESTION_WORD = Pattern.compile("\\s*(What|Where|How|Which|Whether|Who)\\b.*",
			Pattern.DOTALL);

	private static final Pattern COMMENT_LINE = Pattern.compile("(\\s*)//\\s*(.*\\S)\\s*");

	private FormRules() {
	}

	/**
	 * Find type Javadoc that begins with a question word.
	 */
	static List<Finding> questionWords(JavaText text) {
		List<Finding> found = new ArrayList<>();
		for (Passage javadoc : text.typeJavadoc()) {
			Matcher matcher = QUESTION_WORD.matcher(javadoc.text());
			if (matcher.matches()) {
				found.add(new Finding(javadoc.locationOf(matcher.start(1)), matcher.group(1),
						"begin the Javadoc of a type with a noun phrase"));
			}
		}
		return found;
	}

	/**
	 * Find comment lines with a single word after a full line, as the formatter creates
	 * them from lines that are too long.
	 */
	static List<Finding> brokenLines(String file, String text) {
		List<Finding> found = new ArrayList<>();
		List<String> lines = text.lines().toList();
		for (int i = 1; i < lines.size(); i++) {
			Matcher before = COMMENT_LINE.matcher(lines.get(i - 1));
			Matcher line = COMMENT_LINE.matcher(lines.get(i));
			if (before.matches() && line.matches() && before.group(1).equals(line.group(1))
					&& before.group().replace("\t", "    ").length() >= FULL_LINE && line.group(2).matches("[^\\s@]+")
					&& before.group(2).contains(" ")) {
				found.add(new Finding(file + ":" + (i + 1), line.group(2), "wrap the lines of this comment again"));
			}
		}
		return found;
	}

	/**
	 * Find lines of prose that are too long.
	 */
	static List<Finding> longLines(Markdown page) {
		return page.wrappableLines()
			.stream()
			.filter((line) -> line.text().length() > LONGEST_MARKDOWN_LINE)
			.map((line) -> new Finding(line.locationOf(0), line.text().substring(0, 40) + "...",
					"wrap the line at " + LONGEST_MARKDOWN_LINE + " characters, it has " + line.text().length()))
			.toList();
	}

}
