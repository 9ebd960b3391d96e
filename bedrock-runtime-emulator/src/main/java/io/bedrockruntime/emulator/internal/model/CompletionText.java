package io.bedrockruntime.emulator.internal.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;

/**
 * Text of a completion: Markdown that is recognizably from the emulator, and always the
 * same for the same request.
 */
final class CompletionText {

	private static final int LONGEST_ECHO = 400;

	private static final int LONGEST_HINT = 80;

	private static final int MOST_WORDS = 20_000;

	private static final Pattern WORDS_ASKED = Pattern.compile("(\\d{1,5}) words", Pattern.CASE_INSENSITIVE);

	private static final String[] FILLER = { "each", "of", "these", "words", "comes", "from", "the", "emulator", "and",
			"stands", "for", "what", "a", "model", "would", "say" };

	private final Conversation conversation;

	CompletionText(Conversation conversation) {
		this.conversation = conversation;
	}

	String reasoning() {
		return "The conversation has " + count(this.conversation.messageCount(), "message")
				+ ". No model thinks here, so the emulator repeats what it was asked and says what it saw.";
	}

	String response() {
		StringBuilder text = new StringBuilder();
		text.append("**Answer of the Bedrock Runtime emulator** (no model was asked)\n\n");
		List<JsonNode> results = this.conversation.toolResults();
		String prompt = this.conversation.prompt();
		if (!results.isEmpty()) {
			text.append("The tools gave back:\n\n");
			results.forEach((result) -> appendResult(text, result));
			text.append('\n');
		}
		if (!prompt.isBlank()) {
			text.append("You asked:\n\n> ")
				.append(shorten(prompt.strip(), LONGEST_ECHO).replace("\n", "\n> "))
				.append("\n\n");
		}
		appendFacts(text);
		if (prompt.toLowerCase(Locale.ROOT).contains("code")) {
			text.append("\n```java\nSystem.out.println(\"").append(literal(prompt)).append("\");\n```\n");
		}
		appendWords(text, prompt);
		return text.toString().stripTrailing();
	}

	private void appendFacts(StringBuilder text) {
		text.append("- Model: `").append(this.conversation.modelId().value()).append("`\n");
		text.append("- Conversation: ").append(count(this.conversation.messageCount(), "message")).append('\n');
		String system = this.conversation.system();
		if (!system.isBlank()) {
			text.append("- System prompt: \"").append(shorten(oneLine(system), LONGEST_HINT)).append("\"\n");
		}
		for (String media : this.conversation.media()) {
			text.append("- Received: ").append(media).append('\n');
		}
		List<String> tools = this.conversation.tools().stream().map((tool) -> tool.path("name").asString("")).toList();
		if (!tools.isEmpty()) {
			text.append("- Tools on offer: `").append(String.join("`, `", tools)).append("`\n");
		}
	}

	private void appendResult(StringBuilder text, JsonNode result) {
		String name = this.conversation.toolName(result.path("toolUseId").asString(""));
		boolean failed = result.path("status").asString("").equals("error");
		for (JsonNode block : result.path("content")) {
			String value = block.path("text").isString() ? block.path("text").asString("")
					: block.has("json") ? Json.text(block.path("json")) : String.join(", ", block.propertyNames());
			text.append("- `")
				.append(name)
				.append(failed ? "` failed: " : "`: ")
				.append(shorten(oneLine(value), LONGEST_ECHO))
				.append('\n');
		}
	}

	private static void appendWords(StringBuilder text, String prompt) {
		Matcher matcher = WORDS_ASKED.matcher(prompt);
		if (matcher.find()) {
			int words = Math.min(MOST_WORDS, Integer.parseInt(matcher.group(1)));
			text.append('\n');
			for (int i = 0; i < words; i++) {
				text.append(FILLER[i % FILLER.length]).append((i % FILLER.length == FILLER.length - 1) ? ".\n" : " ");
			}
		}
	}

	private static String literal(String prompt) {
		return shorten(oneLine(prompt), LONGEST_HINT).replace("\\", "\\\\").replace("\"", "\\\"").replace("`", "'");
	}

	private static String oneLine(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

	private static String shorten(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
		return text.substring(0, end) + "…";
	}

	private static String count(int number, String noun) {
		return number + " " + noun + ((number == 1) ? "" : "s");
	}

}
