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
 * Parser and formatter for script entries in the syntax of the command line: the
 * operation, the reply, the faults and the number of times. For the command line; tests
 * use {@link ScriptEntry#parse(String)}.
 *
 * @since 0.1.0
 */
public final class ScriptEntryParser {

	private static final Pattern OPERATION = Pattern.compile("\\w+:");

	private static final Pattern TIMES = Pattern.compile("x([1-9]\\d{0,8})");

	private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

	private static final String ALWAYS = "always";

	private static final Map<String, RecordParser> FAULTS = parsers(
			Arrays.stream(Fault.class.getPermittedSubclasses()));

	private static final Map<String, RecordParser> REPLIES = parsers(Stream.of(Reply.Error.class, Reply.Raw.class,
			Reply.Text.class, Reply.ToolUse.class, Reply.Json.class, Reply.AsyncFailure.class));

	/** Short forms of some replies. */
	private static final Map<String, Function<List<String>, Reply>> SHORT = Map.of("html=STATUS",
			(values) -> Reply.Raw.html(status(values)), "redirect=STATUS,LOCATION",
			(values) -> Reply.Raw.redirect(status(values), values.get(1)));

	private ScriptEntryParser() {
	}

	private static Map<String, RecordParser> parsers(Stream<Class<?>> types) {
		return types.map(RecordParser::new)
			.collect(Collectors.toMap(RecordParser::name, Function.identity(), (first, second) -> first,
					LinkedHashMap::new));
	}

	/**
	 * Return the records that have a syntax.
	 * @return the types of faults and replies
	 */
	public static Stream<Class<?>> types() {
		return Stream.concat(FAULTS.values().stream(), REPLIES.values().stream()).map(RecordParser::type);
	}

	/**
	 * Parse an entry.
	 * @throws IllegalArgumentException if it is invalid; the message lists the valid
	 * faults and replies
	 */
	static ScriptEntry parse(String text, List<String> operations) {
		ScriptEntry entry = new ScriptEntry(null, 1, 100, null, List.of());
		List<String> tokens = ScriptTokenizer.split(text, ' ');
		int first = 0;
		if (!tokens.isEmpty() && OPERATION.matcher(tokens.get(0)).matches()) {
			String operation = tokens.get(0).substring(0, tokens.get(0).length() - 1);
			if (!operations.contains(operation)) {
				throw new IllegalArgumentException(
						"'" + operation + "' is not a valid operation; valid operations are " + operations);
			}
			entry = entry.on(operation);
			first = 1;
		}
		for (String token : tokens.subList(first, tokens.size())) {
			entry = with(entry, token);
		}
		if (entry.reply() == null && entry.faults().isEmpty()) {
			throw new IllegalArgumentException("'" + text + "' has neither a fault nor a reply\n" + grammar());
		}
		return entry;
	}

	/**
	 * Parse the entries of a file, one per line.
	 * @param file the file
	 * @return the entries in order
	 * @throws IllegalArgumentException if the file cannot be read or an entry is invalid
	 */
	public static List<ScriptEntry> parseFile(Path file) {
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

	private static ScriptEntry with(ScriptEntry entry, String token) {
		Matcher times = TIMES.matcher(token);
		if (times.matches()) {
			return entry.times(Integer.parseInt(times.group(1)));
		}
		Matcher percent = PERCENT.matcher(token);
		if (percent.matches()) {
			return entry.percent(Integer.parseInt(percent.group(1)));
		}
		if (token.equals(ALWAYS)) {
			return entry.always();
		}
		int equals = token.indexOf('=');
		String name = (equals < 0) ? token : token.substring(0, equals);
		List<String> values = (equals < 0) ? List.of()
				: ScriptTokenizer.split(token.substring(equals + 1), ',')
					.stream()
					.map(ScriptTokenizer::unquote)
					.toList();
		RecordParser fault = FAULTS.get(name);
		if (fault != null) {
			return entry.with((Fault) fault.parse(values));
		}
		Reply reply = reply(name, values);
		if (reply == null) {
			throw new IllegalArgumentException("There is no fault or reply '" + name + "'\n" + grammar());
		}
		if (entry.reply() != null) {
			throw new IllegalArgumentException("'" + name + "' is a second reply; only one is allowed");
		}
		return new ScriptEntry(entry.operation(), entry.times(), entry.percent(), reply, entry.faults());
	}

	private static @Nullable Reply reply(String name, List<String> values) {
		RecordParser reply = REPLIES.get(name);
		if (reply != null) {
			return (Reply) reply.parse(values);
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
		return (Integer) ScriptValueParser.parse(int.class, values);
	}

	/**
	 * Return the syntax of all faults and replies.
	 * @return the syntax, one per line
	 */
	public static String grammar() {
		StringBuilder grammar = new StringBuilder("Faults:\n");
		FAULTS.values().forEach((parser) -> grammar.append("  ").append(parser.usage()).append('\n'));
		grammar.append("Replies:\n");
		REPLIES.values().forEach((parser) -> grammar.append("  ").append(parser.usage()).append('\n'));
		SHORT.keySet().stream().sorted().forEach((usage) -> grammar.append("  ").append(usage).append('\n'));
		return grammar.toString();
	}

	/**
	 * Return the syntax of an entry; a reply without a syntax is formatted by
	 * {@code toString()}.
	 * @param entry the entry
	 * @return the entry as text
	 */
	public static String format(ScriptEntry entry) {
		List<String> tokens = new ArrayList<>();
		if (entry.operation() != null) {
			tokens.add(entry.operation() + ":");
		}
		Reply reply = entry.reply();
		if (reply != null) {
			boolean hasSyntax = REPLIES.values().stream().anyMatch((parser) -> parser.isOf(reply));
			tokens.add(hasSyntax ? RecordParser.format(reply) : reply.toString());
		}
		entry.faults().forEach((fault) -> tokens.add(RecordParser.format(fault)));
		if (entry.times() == ScriptEntry.ALWAYS) {
			tokens.add(ALWAYS);
		}
		else if (entry.times() > 1) {
			tokens.add("x" + entry.times());
		}
		if (entry.percent() < 100) {
			tokens.add(entry.percent() + "%");
		}
		return String.join(" ", tokens);
	}

}
