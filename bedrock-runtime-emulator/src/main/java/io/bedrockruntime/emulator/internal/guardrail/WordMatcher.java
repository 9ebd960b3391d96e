package io.bedrockruntime.emulator.internal.guardrail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matcher for words of a text: whole words in any case.
 */
final class WordMatcher {

	/** Words that are significant; shorter ones occur in every text. */
	private static final Pattern MEANINGFUL = Pattern.compile("\\p{L}{4,}|\\p{N}+");

	private WordMatcher() {
	}

	static boolean contains(String text, String phrase) {
		return !find(text, phrase).isEmpty();
	}

	/** Find the positions of a word or phrase. */
	static List<Span> find(String text, String phrase) {
		return find(text, Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
	}

	static List<Span> find(String text, Pattern pattern) {
		List<Span> spans = new ArrayList<>();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			if (matcher.end() > matcher.start()) {
				spans.add(new Span(matcher.start(), matcher.end()));
			}
		}
		return spans;
	}

	static Set<String> meaningful(String text) {
		Set<String> words = new TreeSet<>();
		Matcher matcher = MEANINGFUL.matcher(text.toLowerCase(Locale.ROOT));
		while (matcher.find()) {
			words.add(matcher.group());
		}
		return words;
	}

	/** Return the share of words that occur among others, rounded to hundredths. */
	static double share(Set<String> words, Set<String> among) {
		if (words.isEmpty()) {
			return 1;
		}
		long found = words.stream().filter(among::contains).count();
		return Math.round(100d * found / words.size()) / 100d;
	}

	/**
	 * Position in a text.
	 *
	 * @param begin where it begins
	 * @param end where it ends, exclusive
	 */
	public record Span(int begin, int end) {

		boolean overlaps(Span other) {
			return this.begin < other.end && other.begin < this.end;
		}

		String in(String text) {
			return text.substring(this.begin, this.end);
		}

	}

}
