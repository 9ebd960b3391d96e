package io.bedrockruntime.model;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Immutable bytes: an image, a document, the body of a model invocation. Equal to another
 * blob with the same bytes. Prints its size only.
 *
 * @since 0.1.0
 */
public final class Blob {

	private static final Blob EMPTY = new Blob(new byte[0]);

	private final byte[] bytes;

	private Blob(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Return a blob with a copy of the bytes.
	 * @param bytes the bytes
	 * @return the blob
	 */
	public static Blob of(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		return (bytes.length > 0) ? new Blob(bytes.clone()) : EMPTY;
	}

	/**
	 * Return a blob around the array itself, without copying it. The caller hands over
	 * the array and must not change it afterwards.
	 * @param bytes the bytes
	 * @return the blob
	 */
	public static Blob wrap(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		return new Blob(bytes);
	}

	/**
	 * Return a blob with the text in UTF-8.
	 * @param text the text
	 * @return the blob
	 */
	public static Blob ofUtf8(String text) {
		Assert.notNull(text, "'text' must not be null");
		return new Blob(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return the blob without bytes.
	 * @return the empty blob
	 */
	public static Blob empty() {
		return EMPTY;
	}

	/**
	 * Return a copy of the bytes.
	 * @return the bytes
	 */
	public byte[] asByteArray() {
		return this.bytes.clone();
	}

	/**
	 * Return the array itself, without copying it, for code that only reads it. A change
	 * to the array changes this blob for everything that refers to it.
	 * @return the array
	 */
	public byte[] asByteArrayUnsafe() {
		return this.bytes;
	}

	/**
	 * Return the bytes as a read-only buffer, without copying them.
	 * @return the buffer
	 */
	public ByteBuffer asByteBuffer() {
		return ByteBuffer.wrap(this.bytes).asReadOnlyBuffer();
	}

	/**
	 * Return the bytes as a stream, without copying them. It needs no closing.
	 * @return the stream
	 */
	public InputStream asInputStream() {
		return new ByteArrayInputStream(this.bytes);
	}

	/**
	 * Return the bytes read as UTF-8.
	 * @return the text
	 */
	public String asUtf8String() {
		return new String(this.bytes, StandardCharsets.UTF_8);
	}

	/**
	 * Return the number of bytes.
	 * @return the size
	 */
	public int size() {
		return this.bytes.length;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Blob blob && Arrays.equals(this.bytes, blob.bytes));
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		return "Blob[%d bytes]".formatted(this.bytes.length);
	}

}
