package io.bedrockruntime.samples.chat;

import java.util.Arrays;
import java.util.HexFormat;

import io.bedrockruntime.model.content.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImageSizeTests {

	@ParameterizedTest
	@CsvSource({ "png,7,5", "jpg,300,200", "gif,8000,1", "png,1,8001" })
	void shouldReadSizeOfImage(String format, int width, int height) {
		byte[] image = TestFiles.image(format, width, height);
		ImageFormat detected = FileFormat.image(image);
		assertThat(detected).isNotNull();
		assertThat(ImageSize.of(detected, image)).isEqualTo(new ImageSize(width, height));
	}

	/** Headers of 640 by 400 pixels in the formats of RFC 9649 and RFC 6386. */
	@ParameterizedTest
	@CsvSource({ "5650382000000000 000000 9d012a 8002 9001", "5650384c00000000 2f 7fc26300",
			"5650385800000000 00000000 7f0200 8f0100" })
	void shouldReadSizeOfWebp(String chunk) {
		byte[] image = HexFormat.of().parseHex("5249464600000000" + "57454250" + chunk.replace(" ", ""));
		assertThat(FileFormat.image(image)).isEqualTo(ImageFormat.WEBP);
		assertThat(ImageSize.of(ImageFormat.WEBP, image)).isEqualTo(new ImageSize(640, 400));
	}

	@Test
	void whenImageIsTruncatedThenThereIsNoSizeAndNoError() {
		for (String format : new String[] { "png", "jpg", "gif" }) {
			byte[] image = TestFiles.image(format, 640, 400);
			ImageFormat detected = FileFormat.image(image);
			assertThat(detected).isNotNull();
			for (int length = 3; length < Math.min(image.length, 700); length++) {
				ImageSize size = ImageSize.of(detected, Arrays.copyOf(image, length));
				assertThat(size).isIn(null, new ImageSize(640, 400));
			}
		}
	}

	@Test
	void shouldBeWithinMaximumSide() {
		assertThat(new ImageSize(8000, 8000).isWithin(8000)).isTrue();
		assertThat(new ImageSize(8001, 1).isWithin(8000)).isFalse();
		assertThat(new ImageSize(1, 8001).isWithin(8000)).isFalse();
		assertThat(new ImageSize(0, 1).isWithin(8000)).isFalse();
		assertThat(new ImageSize(1, -1).isWithin(8000)).isFalse();
	}

}
