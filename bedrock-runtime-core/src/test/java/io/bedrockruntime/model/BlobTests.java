package io.bedrockruntime.model;

import java.io.IOException;
import java.nio.ReadOnlyBufferException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BlobTests {

	@Test
	void shouldCopyBytesInAndOut() {
		byte[] bytes = { 1, 2, 3 };
		Blob blob = Blob.of(bytes);
		bytes[0] = 9;
		blob.asByteArray()[1] = 9;
		assertThat(blob.asByteArray()).containsExactly(1, 2, 3);
	}

	@Test
	void shouldWrapWithoutCopy() {
		byte[] bytes = { 1, 2, 3 };
		Blob blob = Blob.wrap(bytes);
		bytes[0] = 9;
		assertThat(blob.asByteArray()).containsExactly(9, 2, 3);
	}

	@Test
	void shouldBeEqualByContent() {
		assertThat(Blob.ofUtf8("a\u00e9")).isEqualTo(Blob.of(new byte[] { 'a', (byte) 0xc3, (byte) 0xa9 }))
			.hasSameHashCodeAs(Blob.wrap(new byte[] { 'a', (byte) 0xc3, (byte) 0xa9 }))
			.isNotEqualTo(Blob.ofUtf8("a"))
			.isNotEqualTo(Blob.empty());
		assertThat(Blob.of(new byte[0])).isSameAs(Blob.empty());
	}

	@Test
	void shouldShowSizeOnly() {
		assertThat(Blob.ofUtf8("secret")).hasToString("Blob[6 bytes]");
		assertThat(Blob.ofUtf8("secret").size()).isEqualTo(6);
	}

	@Test
	void shouldGiveReadOnlyViews() throws IOException {
		Blob blob = Blob.ofUtf8("text");
		assertThat(blob.asUtf8String()).isEqualTo("text");
		assertThat(blob.asInputStream().readAllBytes()).asString().isEqualTo("text");
		assertThatExceptionOfType(ReadOnlyBufferException.class).isThrownBy(() -> blob.asByteBuffer().put((byte) 1));
	}

}
