package io.bedrockruntime.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of this repository. Its root is the nearest parent directory whose pom lists
 * modules.
 */
final class Repository {

	private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

	private static final Path ROOT = findRoot(Path.of("").toAbsolutePath());

	private Repository() {
	}

	/**
	 * Return the names of the modules as the root pom lists them.
	 */
	static List<String> modules() {
		return MODULE.matcher(read(ROOT.resolve("pom.xml"))).results().map((match) -> match.group(1)).toList();
	}

	static Path pomOf(String module) {
		return ROOT.resolve(module).resolve("pom.xml");
	}

	/**
	 * Return the Java files of a module.
	 * @param tree {@code main} or {@code test}
	 */
	static List<Path> javaFiles(String module, String tree) {
		return files(ROOT.resolve(module).resolve("src").resolve(tree).resolve("java"), ".java");
	}

	static List<Path> propertyMetadata(String module) {
		return files(ROOT.resolve(module).resolve("src/main/resources/META-INF"), "metadata.json");
	}

	/**
	 * Return the pages that are written by hand: reports of the benchmarks are generated.
	 */
	static List<Path> markdownFiles() {
		List<Path> found = new ArrayList<>(children(ROOT, ".md"));
		found.addAll(files(ROOT.resolve("docs"), ".md"));
		found.addAll(files(ROOT.resolve(".github"), ".md"));
		modules().forEach((module) -> found.addAll(children(ROOT.resolve(module), ".md")));
		return found;
	}

	static List<Path> poms() {
		return Stream.concat(Stream.of(ROOT.resolve("pom.xml")), modules().stream().map(Repository::pomOf)).toList();
	}

	/**
	 * Return the path of a file as people write it: relative to the root, with slashes.
	 */
	static String nameOf(Path file) {
		return ROOT.relativize(file).toString().replace('\\', '/');
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path findRoot(Path start) {
		for (Path directory = start; directory != null; directory = directory.getParent()) {
			Path pom = directory.resolve("pom.xml");
			if (Files.isRegularFile(pom) && MODULE.matcher(read(pom)).find()) {
				return directory;
			}
		}
		throw new IllegalStateException("No pom with modules in a parent directory of " + start);
	}

	private static List<Path> children(Path directory, String end) {
		return files(directory, end, 1);
	}

	private static List<Path> files(Path directory, String end) {
		return files(directory, end, Integer.MAX_VALUE);
	}

	private static List<Path> files(Path directory, String end, int depth) {
		if (!Files.isDirectory(directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(directory, depth)) {
			return files.filter((file) -> file.toString().endsWith(end)).filter(Files::isRegularFile).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
