package io.bedrockruntime.samples.chat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import io.bedrockruntime.model.content.DocumentFormat;
import io.bedrockruntime.model.content.ImageFormat;
import org.jspecify.annotations.Nullable;

/**
 * Detection of file formats. Images are detected by their content, documents by the
 * extension of the name, which must match the content.
 */
final class FileFormat {

	private static final Map<String, String> ALIASES = Map.of("htm", "html", "markdown", "md", "text", "txt");

	private static final String OLE = "\u00d0\u00cf\u0011\u00e0";

	private static final String ZIP = "PK\u0003\u0004";

	private static final Map<DocumentFormat, String> BEGINNINGS = Map.of(DocumentFormat.PDF, "%PDF", DocumentFormat.DOC,
			OLE, DocumentFormat.XLS, OLE, DocumentFormat.DOCX, ZIP, DocumentFormat.XLSX, ZIP);

	private FileFormat() {
	}

	static @Nullable ImageFormat image(byte[] data) {
		String beginning = beginning(data);
		if (beginning.startsWith("\u0089PNG\r\n\u001a\n")) {
			return ImageFormat.PNG;
		}
		if (beginning.startsWith("\u00ff\u00d8\u00ff")) {
			return ImageFormat.JPEG;
		}
		if (beginning.startsWith("GIF87a") || beginning.startsWith("GIF89a")) {
			return ImageFormat.GIF;
		}
		return (beginning.startsWith("RIFF") && beginning.startsWith("WEBP", 8)) ? ImageFormat.WEBP : null;
	}

	static @Nullable DocumentFormat document(String name) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		DocumentFormat format = DocumentFormat.of(ALIASES.getOrDefault(extension, extension));
		return (name.indexOf('.') >= 0 && DocumentFormat.values().contains(format)) ? format : null;
	}

	static boolean isPlausible(DocumentFormat format, byte[] data) {
		String expected = BEGINNINGS.get(format);
		return (expected != null) ? beginning(data).startsWith(expected) : isText(data);
	}

	private static boolean isText(byte[] data) {
		for (byte value : data) {
			if (value == 0) {
				return false;
			}
		}
		return true;
	}

	private static String beginning(byte[] data) {
		return new String(data, 0, Math.min(data.length, 16), StandardCharsets.ISO_8859_1);
	}

}
