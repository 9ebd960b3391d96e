package io.bedrockruntime.model.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.bedrockruntime.model.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MediaBlockTests {

	@TempDir
	private Path directory;

	@Test
	void shouldReadMediaFromFiles() throws IOException {
		assertThat(ImageBlock.from(file("photo.of.me.JPG")))
			.isEqualTo(ImageBlock.of(ImageFormat.JPEG, new byte[] { 1, 2 }));
		assertThat(VideoBlock.from(file("clip.3gp")))
			.isEqualTo(VideoBlock.of(VideoFormat.THREE_GP, new byte[] { 1, 2 }));
		assertThat(AudioBlock.from(file("voice.mp3"))).isEqualTo(AudioBlock.of(AudioFormat.MP3, new byte[] { 1, 2 }));
		assertThat(DocumentBlock.from(file("Jahres-\u00dcbersicht v1.2 (neu).htm"))).isEqualTo(
				DocumentBlock.of("Jahres-Ubersicht v1-2 (neu)", DocumentFormat.HTML, Blob.of(new byte[] { 1, 2 })));
	}

	@Test
	void whenExtensionIsUnknownThenNamesTheKnownFormats() throws IOException {
		for (String name : new String[] { "photo.bmp", "png", ".png.old" }) {
			Path file = file(name);
			assertThatIllegalArgumentException().isThrownBy(() -> ImageBlock.from(file))
				.withMessageContaining("gif, jpeg, png, webp");
		}
	}

	@Test
	void whenFileIsMissingThenFails() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> ImageBlock.from(this.directory.resolve("missing.png")));
	}

	@Test
	void shouldPointToS3() {
		S3Location location = S3Location.of("s3://bucket/key");
		assertThat(ImageBlock.ofS3(ImageFormat.PNG, "s3://bucket/key").source())
			.isEqualTo(ImageSource.s3Location(location));
		assertThat(VideoBlock.ofS3(VideoFormat.MP4, "s3://bucket/key").source())
			.isEqualTo(VideoSource.s3Location(location));
		assertThat(AudioBlock.ofS3(AudioFormat.WAV, "s3://bucket/key").source())
			.isEqualTo(AudioSource.s3Location(location));
		assertThat(DocumentBlock.ofS3("report", DocumentFormat.PDF, "s3://bucket/key").source())
			.isEqualTo(DocumentSource.s3Location(location));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			report, report
			'  a   b\tc ', a b c
			'a_b/c:d', a-b-c-d
			'[x] (y) - z', '[x] (y) - z'
			'\u65e5\u672c', '-'
			'', document
			' ', document
			""")
	void shouldSanitizeNameOfDocument(String name, String expected) {
		assertThat(DocumentBlock.ofText(name, "text").name()).isEqualTo(expected);
	}

	@Test
	void shouldLimitNameOfDocument() {
		assertThat(DocumentBlock.ofText("x".repeat(300), "text").name()).hasSize(200);
	}

	private Path file(String name) throws IOException {
		return Files.write(this.directory.resolve(name), new byte[] { 1, 2 });
	}

}
