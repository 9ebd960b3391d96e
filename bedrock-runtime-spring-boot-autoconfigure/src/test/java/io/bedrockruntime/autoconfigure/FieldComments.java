package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments of the fields of a class, from its source.
 */
final class FieldComments {

	private static final Pattern FIELD = Pattern.compile(
			"/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s+private (?:final )?(?:@Nullable )?[\\w.<>, ]+ (\\w+)(?: =[^;]*)?;");

	private FieldComments() {
	}

	static Map<String, String> of(Class<?> type) {
		Class<?> outer = (type.getEnclosingClass() != null) ? type.getEnclosingClass() : type;
		Map<String, String> comments = new LinkedHashMap<>();
		Matcher field = FIELD.matcher(body(source(outer), type));
		while (field.find()) {
			comments.put(field.group(2), field.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").strip());
		}
		return comments;
	}

	/** Returns the source of the class, by its indentation. */
	private static String body(String source, Class<?> type) {
		Matcher begin = Pattern.compile("(?m)^(\\t*)[\\w ]*class " + type.getSimpleName() + "\\b").matcher(source);
		if (!begin.find()) {
			throw new IllegalStateException("No source of " + type);
		}
		return source.substring(begin.start(), source.indexOf("\n" + begin.group(1) + "}", begin.start()));
	}

	private static String source(Class<?> type) {
		try {
			return Files.readString(Path.of("src", "main", "java").resolve(type.getName().replace('.', '/') + ".java"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
