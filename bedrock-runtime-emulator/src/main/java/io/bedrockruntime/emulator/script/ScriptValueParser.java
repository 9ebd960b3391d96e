package io.bedrockruntime.emulator.script;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.record.Header;

/**
 * Parser and formatter for the values of faults and replies.
 */
final class ScriptValueParser {

	private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ns|ms|s|m|h)");

	private static final Pattern PLAIN = Pattern.compile("[\\w./:;@#+*?!-]+");

	private static final String FOREVER = "forever";

	private ScriptValueParser() {
	}

	static Object parse(Type type, List<String> values) {
		if (type instanceof ParameterizedType) {
			return values.stream().map(ScriptValueParser::header).toList();
		}
		return parse((Class<?>) type, values.get(0));
	}

	private static Object parse(Class<?> type, String value) {
		if (type == int.class) {
			return number(value, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
		}
		if (type == long.class) {
			return number(value, Long.MIN_VALUE, Long.MAX_VALUE);
		}
		if (type == boolean.class) {
			return constant(value, List.of("true", "false")).equals("true");
		}
		if (type == Duration.class) {
			return duration(value);
		}
		if (type == byte[].class) {
			return value.getBytes(StandardCharsets.UTF_8);
		}
		if (type.isEnum()) {
			String name = constant(value, constants(type));
			return Arrays.stream(type.getEnumConstants())
				.filter((constant) -> ((Enum<?>) constant).name().equals(name))
				.findFirst()
				.orElseThrow();
		}
		return value;
	}

	static List<String> constants(Class<?> type) {
		return Arrays.stream(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList();
	}

	private static Long number(String value, long least, long most) {
		try {
			long number = Long.parseLong(value);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// reported below
		}
		throw new IllegalArgumentException("'" + value + "' is not a whole number in the valid range");
	}

	private static String constant(String value, List<String> constants) {
		return constants.stream()
			.filter(value::equalsIgnoreCase)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + value + "' is not one of " + constants));
	}

	private static Duration duration(String value) {
		if (value.equals(FOREVER)) {
			return Fault.FOREVER;
		}
		Matcher matcher = DURATION.matcher(value);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"'" + value + "' is not a valid duration, such as 500ms, 2s, 5m, 1h or " + FOREVER);
		}
		long amount = Long.parseLong(matcher.group(1));
		return switch (matcher.group(2)) {
			case "ns" -> Duration.ofNanos(amount);
			case "ms" -> Duration.ofMillis(amount);
			case "s" -> Duration.ofSeconds(amount);
			case "m" -> Duration.ofMinutes(amount);
			default -> Duration.ofHours(amount);
		};
	}

	private static Header header(String value) {
		int colon = value.indexOf(':');
		if (colon < 1) {
			throw new IllegalArgumentException("'" + value + "' is not a valid header, such as 'Retry-After: 2'");
		}
		return new Header(value.substring(0, colon).strip(), value.substring(colon + 1).strip());
	}

	/** Return the syntax of a value; of a list, one per element. */
	static List<String> format(Object value) {
		if (value instanceof List<?> list) {
			return list.stream().flatMap((element) -> format(element).stream()).toList();
		}
		if (value instanceof Header header) {
			return List.of(quoted(header.name() + ": " + header.value()));
		}
		if (value instanceof Duration duration) {
			return List.of(duration.equals(Fault.FOREVER) ? FOREVER : formatDuration(duration));
		}
		if (value instanceof byte[] bytes) {
			return List.of(quoted(new String(bytes, StandardCharsets.UTF_8)));
		}
		if (value instanceof Boolean || value instanceof Enum) {
			return List.of(value.toString().toLowerCase(Locale.ROOT));
		}
		return List.of((value instanceof Number) ? value.toString() : quoted(String.valueOf(value)));
	}

	private static String formatDuration(Duration duration) {
		return (duration.toNanosPart() % 1_000_000 == 0) ? duration.toMillis() + "ms" : duration.toNanos() + "ns";
	}

	private static String quoted(String text) {
		return PLAIN.matcher(text).matches() ? text
				: "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
	}

}
