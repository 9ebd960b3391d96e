package io.bedrockruntime.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a Java file, cut into code, comments and string literals.
 */
final class JavaText {

	private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*+|/\\*(?s:.*?)\\*/)"
			+ "|(?<string>\"\"\"(?s:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\")"
			+ "|(?<character>'(?:[^'\\\\\\n]|\\\\.)[^'\\n]*+')");

	private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

	private static final String ARGUMENTS = nested(nested(nested("(?!)")));

	/** Annotations and modifiers, and the keyword of a type or a package. */
	private static final Pattern TYPE = Pattern.compile("\\s*+(?:@(?!interface)[\\w.]++(?:" + ARGUMENTS + ")?+\\s*+)*+"
			+ "(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed|strictfp)\\s++)*+"
			+ "(?:(?:class|interface|enum|record|@interface)\\s++\\w|package\\s)");

	private final String file;

	private final String text;

	private final List<Token> tokens = new ArrayList<>();

	JavaText(String file, String text) {
		this.file = file;
		this.text = text;
		Matcher matcher = TOKEN.matcher(text);
		int line = 1;
		int counted = 0;
		while (matcher.find()) {
			line += breaks(text.substring(counted, matcher.start()));
			counted = matcher.start();
			if (matcher.group("character") == null) {
				this.tokens.add(new Token(matcher.toMatchResult(), line, matcher.group("comment") != null));
			}
		}
	}

	/**
	 * Return the prose of the comments. Lines of {@code //} comments that follow each
	 * other are one passage.
	 */
	List<Passage> comments() {
		return joined(true, "\\s*").stream().map((group) -> passage(group, JavaText::commentProse)).toList();
	}

	/**
	 * Return the string literals that contain a blank. Literals with only a plus sign
	 * between them are one passage.
	 */
	List<Passage> messages() {
		return joined(false, "\\s*\\+\\s*").stream()
			.map((group) -> passage(group, (token) -> token.replaceAll("^\"+|\"+$", "")))
			.filter((passage) -> passage.text().strip().contains(" "))
			.toList();
	}

	/**
	 * Return the Javadoc of types and packages.
	 */
	List<Passage> typeJavadoc() {
		return this.tokens.stream()
			.filter((token) -> token.text().startsWith("/**"))
			.filter((token) -> TYPE.matcher(this.text).region(token.end(), this.text.length()).lookingAt())
			.map((token) -> passage(List.of(token), JavaText::commentProse))
			.toList();
	}

	private Passage passage(List<Token> group, UnaryOperator<String> cleaning) {
		StringBuilder prose = new StringBuilder();
		int line = group.get(0).line();
		for (Token token : group) {
			prose.append("\n".repeat(token.line() - line - breaks(prose.toString())));
			prose.append(cleaning.apply(token.text()));
		}
		return new Passage(this.file, line, prose.toString());
	}

	private List<List<Token>> joined(boolean comments, String between) {
		List<List<Token>> groups = new ArrayList<>();
		Token before = null;
		for (Token token : this.tokens.stream().filter((each) -> each.comment() == comments).toList()) {
			boolean follows = before != null && !token.text().startsWith("/*") && !before.text().startsWith("/*")
					&& this.text.substring(before.end(), token.start()).matches(between);
			if (follows) {
				groups.get(groups.size() - 1).add(token);
			}
			else {
				groups.add(new ArrayList<>(Stream.of(token).toList()));
			}
			before = token;
		}
		return groups;
	}

	/**
	 * Return an expression for parentheses that may contain strings and the given inner
	 * expression.
	 */
	private static String nested(String inner) {
		return "\\((?:[^()\"]|" + QUOTED + "|" + inner + ")*+\\)";
	}

	/**
	 * Remove everything that is not prose, but no line break.
	 */
	private static String commentProse(String comment) {
		String text = comment.replaceAll("^(?://|/\\*+)", "").replaceAll("\\*/$", "").replaceAll("(?m)^[ \\t]*\\*", "");
		text = blanked(text, "(?s)<pre>.*?</pre>");
		text = blanked(text, "\\{@(?:code|literal|value|snippet)\\b(?:[^{}]|\\{[^{}]*+\\})*+\\}");
		text = blanked(text, "\\{@link(?:plain)?\\s+[^\\s}(]++(?:\\([^)]*+\\))?+");
		text = blanked(text, "(?m)^\\s*@see\\b.*$");
		text = blanked(text, "@(?:param|throws|exception|since)\\s+\\S+");
		text = blanked(text, "\\{@\\w+|\\}|</?\\w[^<>]*+>");
		return blanked(text, "`[^`]*+`");
	}

	/**
	 * Replace each match by a dash, and keep its line breaks.
	 */
	static String blanked(String text, String expression) {
		return Pattern.compile(expression)
			.matcher(text)
			.replaceAll((match) -> "-" + "\n".repeat(breaks(match.group())));
	}

	private static int breaks(String text) {
		return (int) text.chars().filter((character) -> character == '\n').count();
	}

	private record Token(MatchResult match, int line, boolean comment) {

		String text() {
			return this.match.group();
		}

		int start() {
			return this.match.start();
		}

		int end() {
			return this.match.end();
		}

	}

}
