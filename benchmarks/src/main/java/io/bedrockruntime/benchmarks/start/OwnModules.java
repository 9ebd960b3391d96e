package io.bedrockruntime.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Modules of this project on the class path, as jars or as class directories.
 */
final class OwnModules {

	private OwnModules() {
	}

	/**
	 * Return the size of a module's jar in bytes, or 0 if the module is not found.
	 */
	static long size(String module) throws IOException {
		Pattern jar = Pattern.compile(".*[/\\\\]bedrock-runtime-" + module + "-\\d[^/\\\\]*\\.jar");
		Pattern classes = Pattern.compile(".*[/\\\\]bedrock-runtime-" + module + "[/\\\\]target[/\\\\]classes");
		for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
			if (jar.matcher(entry).matches()) {
				return Files.size(Path.of(entry));
			}
			if (classes.matcher(entry).matches() && Files.exists(Path.of(entry))) {
				return packed(Path.of(entry));
			}
		}
		return 0;
	}

	private static long packed(Path classes) throws IOException {
		Path jar = Files.createTempFile("module", ".jar");
		try (Stream<Path> files = Files.walk(classes)) {
			try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
					Files.copy(file, zip);
				}
			}
			return Files.size(jar);
		}
		finally {
			Files.delete(jar);
		}
	}

}
