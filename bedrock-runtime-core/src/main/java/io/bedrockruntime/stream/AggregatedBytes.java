package io.bedrockruntime.stream;

import java.io.ByteArrayOutputStream;

import io.bedrockruntime.model.Blob;
import org.jspecify.annotations.Nullable;

/**
 * Aggregator of bytes. A single piece, the usual case, is not copied.
 */
final class AggregatedBytes {

	private @Nullable Blob first;

	private @Nullable ByteArrayOutputStream all;

	boolean isEmpty() {
		return this.first == null;
	}

	void append(Blob piece) {
		if (this.first == null) {
			this.first = piece;
			return;
		}
		if (this.all == null) {
			this.all = new ByteArrayOutputStream();
			write(this.all, this.first);
		}
		write(this.all, piece);
	}

	private static void write(ByteArrayOutputStream target, Blob piece) {
		target.writeBytes(piece.asByteArray());
	}

	Blob toBlob() {
		if (this.all != null) {
			return Blob.wrap(this.all.toByteArray());
		}
		return (this.first != null) ? this.first : Blob.empty();
	}

}
