package io.bedrockruntime.emulator.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How the command line and scripts spell an entry: the operation, what is answered, what
 * goes wrong, how often.
 */
public final class ScriptEntryParser {

	private static final Pattern OPERATION = Pattern.compile("\\w+:");

	private static final Pattern TIMES = Pattern.compile("x([1-9]\\d{0,8})");

	private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

	private static final String ALWAYS = "always";

	private static final Map<String, RecordParser> FAULTS = spellings(
			Arrays.stream(Fault.class.getPermittedSubclasses()));

	private static final Map<String, RecordParser> REPLIES = spellings(Stream.of(Reply.Error.class, Reply.Raw.class,
			Reply.Text.class, Reply.ToolUse.class, Reply.Json.class, Reply.AsyncFailure.class));

	/** What is shorter than the reply that it stands for. */
	private static final Map<String, Function<List<String>, Reply>> SHORT = Map.of("html=STATUS",
			(values) -> Reply.Raw.html(status(values)), "redirect=STATUS,LOCATION",
			(values) -> Reply.Raw.redirect(status(values), values.get(1)));

	private ScriptEntryParser() {
	}

	private static Map<String, RecordParser> spellings(Stream<Class<?>> types) {
		return types.map(RecordParser::new)
			.collect(Collectors.toMap(RecordParser::name, Function.identity(), (first, second) -> first,
					LinkedHashMap::new));
	}

	/** The records that have a spelling. */
	public static Stream<Class<?>> types() {
		return Stream.concat(FAULTS.values().stream(), REPLIES.values().stream()).map(RecordParser::type);
	}

	/**
	 * Read an entry.
	 * @throws IllegalArgumentException if it is wrong; the message tells what there is
	 */
	static ScriptEntry read(String text, List<String> operations) {
		ScriptEntry entry = new ScriptEntry(null, 1, 100, null, List.of());
		List<String> words = ScriptTokenizer.split(text, ' ');
		int first = 0;
		if (!words.isEmpty() && OPERATION.matcher(words.get(0)).matches()) {
			String operation = words.get(0).substring(0, words.get(0).length() - 1);
			if (!operations.contains(operation)) {
				throw new IllegalArgumentException("'" + operation + "' is no operation; there are " + operations);
			}
			entry = entry.on(operation);
			first = 1;
		}
		for (String word : words.subList(first, words.size())) {
			entry = with(entry, word);
		}
		if (entry.reply() == null && entry.faults().isEmpty()) {
			throw new IllegalArgumentException("'" + text + "' has neither a fault nor a reply\n" + choice());
		}
		return entry;
	}

	/** Read the entries of a file, one a line. */
	public static List<ScriptEntry> readFile(Path file) {
		List<String> lines;
		try {
			lines = Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The script " + file + " could not be read", ex);
		}
		List<ScriptEntry> entries = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (!line.isEmpty() && !line.startsWith("#")) {
				try {
					entries.add(ScriptEntry.parse(line));
				}
				catch (IllegalArgumentException ex) {
					throw new IllegalArgumentException("Line " + (i + 1) + " of " + file + ": " + ex.getMessage(), ex);
				}
			}
		}
		return entries;
	}

	private static ScriptEntry with(ScriptEntry entry, String word) {
		Matcher times = TIMES.matcher(word);
		if (times.matches()) {
			return entry.times(Integer.parseInt(times.group(1)));
		}
		Matcher percent = PERCENT.matcher(word);
		if (percent.matches()) {
			return entry.percent(Integer.parseInt(percent.group(1)));
		}
		if (word.equals(ALWAYS)) {
			return entry.always();
		}
		int equals = word.indexOf('=');
		String name = (equals < 0) ? word : word.substring(0, equals);
		List<String> values = (equals < 0) ? List.of()
				: ScriptTokenizer.split(word.substring(equals + 1), ',')
					.stream()
					.map(ScriptTokenizer::unquoted)
					.toList();
		RecordParser fault = FAULTS.get(name);
		if (fault != null) {
			return entry.with((Fault) fault.read(values));
		}
		Reply reply = reply(name, values);
		if (reply == null) {
			throw new IllegalArgumentException("There is no fault or reply '" + name + "'\n" + choice());
		}
		if (entry.reply() != null) {
			throw new IllegalArgumentException("'" + name + "' would be a second reply");
		}
		return new ScriptEntry(entry.operation(), entry.times(), entry.percent(), reply, entry.faults());
	}

	private static @Nullable Reply reply(String name, List<String> values) {
		RecordParser reply = REPLIES.get(name);
		if (reply != null) {
			return (Reply) reply.read(values);
		}
		for (Map.Entry<String, Function<List<String>, Reply>> entry : SHORT.entrySet()) {
			if (entry.getKey().startsWith(name + "=")) {
				if (ScriptTokenizer.split(entry.getKey(), ',').size() != values.size()) {
					throw new IllegalArgumentException("'" + name + "' is written as " + entry.getKey());
				}
				return entry.getValue().apply(values);
			}
		}
		return null;
	}

	private static int status(List<String> values) {
		return (Integer) ScriptValueParser.read(int.class, values);
	}

	/** Tell what there is. */
	public static String choice() {
		StringBuilder choice = new StringBuilder("Faults:\n");
		FAULTS.values().forEach((spelling) -> choice.append("  ").append(spelling.usage()).append('\n'));
		choice.append("Replies:\n");
		REPLIES.values().forEach((spelling) -> choice.append("  ").append(spelling.usage()).append('\n'));
		SHORT.keySet().stream().sorted().forEach((usage) -> choice.append("  ").append(usage).append('\n'));
		return choice.toString();
	}

	/** Spell an entry; a reply that has no spelling stands as what it is. */
	public static String write(ScriptEntry entry) {
		List<String> words = new ArrayList<>();
		if (entry.operation() != null) {
			words.add(entry.operation() + ":");
		}
		Reply reply = entry.reply();
		if (reply != null) {
			boolean spelled = REPLIES.values().stream().anyMatch((spelling) -> spelling.isOf(reply));
			words.add(spelled ? RecordParser.write(reply) : reply.toString());
		}
		entry.faults().forEach((fault) -> words.add(RecordParser.write(fault)));
		if (entry.times() == ScriptEntry.ALWAYS) {
			words.add(ALWAYS);
		}
		else if (entry.times() > 1) {
			words.add("x" + entry.times());
		}
		if (entry.percent() < 100) {
			words.add(entry.percent() + "%");
		}
		return String.join(" ", words);
	}

}
