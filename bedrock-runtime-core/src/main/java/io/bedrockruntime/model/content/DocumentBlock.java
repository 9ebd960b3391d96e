package io.bedrockruntime.model.content;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A document in a message.
 *
 * @param name a neutral name: letters, digits, single spaces, hyphens, parentheses and
 * square brackets; the model may read it as an instruction
 * @param source the document itself
 * @param format the format
 * @param context information for the model about the document
 * @param citations whether the model cites the document
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record DocumentBlock(@Sensitive String name, DocumentSource source, @Nullable DocumentFormat format,
		@Sensitive @Nullable String context, @Nullable CitationsConfig citations,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param name a neutral name: letters, digits, single spaces, hyphens, parentheses
	 * and square brackets; the model may read it as an instruction
	 * @param source the document itself
	 * @param format the format
	 * @param context information for the model about the document
	 * @param citations whether the model cites the document
	 * @param unknownMembers members that this version does not know
	 */
	public DocumentBlock {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param name a neutral name: letters, digits, single spaces, hyphens, parentheses
	 * and square brackets; the model may read it as an instruction
	 * @param source the document itself
	 * @param format the format
	 * @param context information for the model about the document
	 * @param citations whether the model cites the document
	 */
	public DocumentBlock(String name, DocumentSource source, @Nullable DocumentFormat format, @Nullable String context,
			@Nullable CitationsConfig citations) {
		this(name, source, format, context, citations, Map.of());
	}

	/**
	 * Return a copy with another {@code context}.
	 * @param context information for the model about the document
	 * @return the copy
	 */
	public DocumentBlock withContext(@Nullable String context) {
		return new DocumentBlock(this.name, this.source, this.format, context, this.citations, this.unknownMembers);
	}

	/**
	 * Return a copy with another {@code citations}.
	 * @param citations whether the model cites the document
	 * @return the copy
	 */
	public DocumentBlock withCitations(@Nullable CitationsConfig citations) {
		return new DocumentBlock(this.name, this.source, this.format, this.context, citations, this.unknownMembers);
	}

	/**
	 * Return a block with a document that is sent inside the request.
	 * @param name a neutral name; characters that the service does not allow are replaced
	 * @param format the format
	 * @param bytes the bytes
	 * @return the block
	 */
	public static DocumentBlock of(String name, DocumentFormat format, Blob bytes) {
		return of(name, format, DocumentSource.bytes(bytes));
	}

	/**
	 * Return a block with a document that is sent inside the request.
	 * @param name a neutral name; characters that the service does not allow are replaced
	 * @param format the format
	 * @param bytes the bytes
	 * @return the block
	 */
	public static DocumentBlock of(String name, DocumentFormat format, byte[] bytes) {
		return of(name, format, Blob.of(bytes));
	}

	/**
	 * Return a block with a plain text document.
	 * @param name a neutral name; characters that the service does not allow are replaced
	 * @param text the text
	 * @return the block
	 */
	public static DocumentBlock ofText(String name, String text) {
		return of(name, DocumentFormat.TXT, DocumentSource.text(text));
	}

	/**
	 * Return a block with a document that the service fetches from Amazon S3.
	 * @param name a neutral name; characters that the service does not allow are replaced
	 * @param format the format
	 * @param uri the URI, {@code s3://bucket/key}
	 * @return the block
	 */
	public static DocumentBlock ofS3(String name, DocumentFormat format, String uri) {
		return of(name, format, DocumentSource.s3Location(S3Location.of(uri)));
	}

	/**
	 * Return a block with a document read from a file. The file's name without its
	 * extension becomes the document's name, and the extension determines the format.
	 * @param file the file
	 * @return the block
	 * @throws IllegalArgumentException if no format matches the file extension
	 */
	public static DocumentBlock from(Path file) {
		return of(MediaFile.baseName(file), MediaFile.format(file, DocumentFormat.values()), MediaFile.read(file));
	}

	private static DocumentBlock of(String name, DocumentFormat format, DocumentSource source) {
		return new DocumentBlock(DocumentName.sanitize(name), source, format, null, null);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
