package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Format of a document.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record DocumentFormat(@JsonValue String value) implements EnumValue {

	/**
	 * {@code csv}.
	 */
	public static final DocumentFormat CSV = new DocumentFormat("csv");

	/**
	 * {@code doc}.
	 */
	public static final DocumentFormat DOC = new DocumentFormat("doc");

	/**
	 * {@code docx}.
	 */
	public static final DocumentFormat DOCX = new DocumentFormat("docx");

	/**
	 * {@code html}.
	 */
	public static final DocumentFormat HTML = new DocumentFormat("html");

	/**
	 * {@code md}.
	 */
	public static final DocumentFormat MD = new DocumentFormat("md");

	/**
	 * {@code pdf}.
	 */
	public static final DocumentFormat PDF = new DocumentFormat("pdf");

	/**
	 * {@code txt}.
	 */
	public static final DocumentFormat TXT = new DocumentFormat("txt");

	/**
	 * {@code xls}.
	 */
	public static final DocumentFormat XLS = new DocumentFormat("xls");

	/**
	 * {@code xlsx}.
	 */
	public static final DocumentFormat XLSX = new DocumentFormat("xlsx");

	private static final List<DocumentFormat> VALUES = List.of(CSV, DOC, DOCX, HTML, MD, PDF, TXT, XLS, XLSX);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public DocumentFormat {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<DocumentFormat> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static DocumentFormat of(String value) {
		for (DocumentFormat candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new DocumentFormat(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
