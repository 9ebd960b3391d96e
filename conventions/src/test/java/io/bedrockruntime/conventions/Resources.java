package io.bedrockruntime.conventions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Resources beside the classes of this package.
 */
final class Resources {

	private Resources() {
	}

	static Stream<String> lines(String name) {
		try (InputStream input = Resources.class.getResourceAsStream(name)) {
			if (input == null) {
				throw new IllegalStateException("No resource " + name);
			}
			return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
