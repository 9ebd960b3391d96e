package io.bedrockruntime.conventions;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a Markdown file.
 */
final class Markdown {

	private final String file;

	private final List<String> lines;

	Markdown(String file, String text) {
		this.file = file;
		this.lines = withoutFencedCode(text);
	}

	/**
	 * Return the text without code and without the targets of links.
	 */
	Passage prose() {
		String text = String.join("\n", this.lines);
		text = JavaText.blanked(text, "``[^`]++``|`[^`]++`");
		text = JavaText.blanked(text, "(?<=\\])\\([^()\\s]*+(?:\\s[^()]*+)?\\)|(?m:^\\[[^\\]]++\\]:.*+$)");
		return new Passage(this.file, 1, JavaText.blanked(text, "(?s)<!--.*?-->|</?\\w[^<>]*+>|https?://\\S++"));
	}

	/**
	 * Return the lines of prose with their numbers: not those of code or tables, nor
	 * those that cannot be wrapped.
	 */
	List<Passage> wrappableLines() {
		List<Passage> found = new ArrayList<>();
		for (int i = 0; i < this.lines.size(); i++) {
			String line = this.lines.get(i);
			if (!line.stripLeading().startsWith("|") && !line.startsWith("#")
					&& line.strip().replaceAll("\\[[^\\]]*+\\]\\([^)]*+\\)", "-").contains(" ")) {
				found.add(new Passage(this.file, i + 1, line));
			}
		}
		return found;
	}

	private static List<String> withoutFencedCode(String text) {
		List<String> prose = new ArrayList<>();
		String fence = "";
		for (String line : text.lines().toList()) {
			String stripped = line.strip();
			boolean marker = stripped.startsWith("```") || stripped.startsWith("~~~");
			if (fence.isEmpty() && marker) {
				fence = stripped.substring(0, 3);
				prose.add("");
			}
			else if (fence.isEmpty()) {
				prose.add(line);
			}
			else {
				prose.add("");
				fence = stripped.equals(fence) ? "" : fence;
			}
		}
		return prose;
	}

}
