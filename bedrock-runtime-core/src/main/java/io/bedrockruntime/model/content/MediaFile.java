package io.bedrockruntime.model.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.EnumValue;

/**
 * A file whose extension determines its format.
 */
final class MediaFile {

	/** Usual extensions that differ from the service's names. */
	private static final Map<String, String> ALIASES = Map.of("jpg", "jpeg", "htm", "html", "markdown", "md", "3gp",
			"three_gp", "text", "txt");

	private MediaFile() {
	}

	static Blob read(Path file) {
		try {
			return Blob.wrap(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static <F extends EnumValue> F format(Path file, List<F> formats) {
		String name = name(file);
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		String format = ALIASES.getOrDefault(extension, extension);
		return formats.stream()
			.filter((candidate) -> name.indexOf('.') >= 0 && candidate.value().equals(format))
			.findFirst()
			.orElseThrow(() -> unknownExtension(extension, formats));
	}

	private static IllegalArgumentException unknownExtension(String extension, List<? extends EnumValue> formats) {
		String known = formats.stream().map(EnumValue::value).collect(Collectors.joining(", "));
		return new IllegalArgumentException(
				"No format matches the file extension '%s', known formats: %s".formatted(extension, known));
	}

	static String baseName(Path file) {
		String name = name(file);
		int dot = name.lastIndexOf('.');
		return (dot > 0) ? name.substring(0, dot) : name;
	}

	private static String name(Path file) {
		return String.valueOf(file.getFileName());
	}

}
