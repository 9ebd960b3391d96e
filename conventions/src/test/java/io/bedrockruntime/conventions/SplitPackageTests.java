package io.bedrockruntime.conventions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the jars can be used on the module path: each has a stable module name, and
 * no package is in two of them.
 */
class SplitPackageTests {

	private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");

	private static final Pattern MODULE_NAME = Pattern
		.compile("<automatic-module-name>([a-z.]+)</automatic-module-name>");

	private static final String PREFIX = "bedrock-runtime-";

	@Test
	void packageBelongsToSingleModule() {
		Map<String, Set<String>> modules = new TreeMap<>();
		for (String module : Repository.modules()) {
			packagesOf(module).forEach((name) -> modules.computeIfAbsent(name, (key) -> new TreeSet<>()).add(module));
		}
		assertThat(modules).containsKey("io.bedrockruntime.model");
		assertThat(splitPackages(modules)).isEmpty();
	}

	@Test
	void splitPackageIsFound() {
		assertThat(splitPackages(Map.of("a", Set.of("one", "two"), "b", Set.of("one"))))
			.isEqualTo(Map.of("a", Set.of("one", "two")));
	}

	@Test
	void eachModuleHasUniqueModuleName() {
		List<String> names = Repository.modules()
			.stream()
			.map((module) -> moduleNameOf(Repository.pomOf(module)))
			.toList();
		assertThat(names).doesNotContain("")
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.startsWith("io.bedrockruntime."));
	}

	/**
	 * The class path has the jars once they are packaged, and directories with classes
	 * before: these get the name from their pom.
	 */
	@Test
	void eachDeployedJarHasModuleName() throws IOException {
		Map<String, String> names = new TreeMap<>();
		for (Path entry : ownEntriesOfClassPath()) {
			boolean jar = Files.isRegularFile(entry);
			names.put(entry.toString(), jar ? manifestEntryOf(entry) : moduleNameOf(pomOf(entry)));
		}
		assertThat(names.values()).containsExactlyInAnyOrder("io.bedrockruntime.core",
				"io.bedrockruntime.autoconfigure", "io.bedrockruntime.emulator", "io.bedrockruntime.test",
				"io.bedrockruntime.starter");
	}

	private static Map<String, Set<String>> splitPackages(Map<String, Set<String>> modules) {
		Map<String, Set<String>> split = new TreeMap<>(modules);
		split.values().removeIf((names) -> names.size() == 1);
		return split;
	}

	private static Stream<String> packagesOf(String module) {
		return Repository.javaFiles(module, "main")
			.stream()
			.map((file) -> PACKAGE.matcher(Repository.read(file)))
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1));
	}

	private static List<Path> ownEntriesOfClassPath() {
		List<Path> entries = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path path = Path.of(entry);
			boolean ownJar = path.getFileName().toString().startsWith(PREFIX);
			boolean ownClasses = path.endsWith("target/classes")
					&& path.getParent().getParent().getFileName().toString().startsWith(PREFIX);
			if (ownJar || ownClasses) {
				entries.add(path);
			}
		}
		return entries;
	}

	private static Path pomOf(Path classes) {
		return classes.getParent().resolveSibling("pom.xml");
	}

	private static String moduleNameOf(Path pom) {
		Matcher matcher = MODULE_NAME.matcher(Repository.read(pom));
		return matcher.find() ? matcher.group(1) : "";
	}

	private static String manifestEntryOf(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			String name = file.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
			return (name != null) ? name : "";
		}
	}

}
