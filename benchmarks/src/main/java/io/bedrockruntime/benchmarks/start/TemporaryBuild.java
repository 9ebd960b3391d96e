package io.bedrockruntime.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Temporary Maven builds that only resolve dependencies. Modules of this project cannot
 * be resolved unless they are installed, so the dependencies in their poms are used
 * instead.
 *
 * @param project the root of the project
 * @param folder the folder for the builds
 */
record TemporaryBuild(Path project, Path folder) {

	private static final List<String> MODULES = List.of("bedrock-runtime-core",
			"bedrock-runtime-spring-boot-autoconfigure", "bedrock-runtime-spring-boot-starter");

	private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);

	private static final Pattern NOT_AT_RUNTIME = Pattern
		.compile("<scope>(test|provided)</scope>|<optional>true</optional>|<groupId>io\\.bedrockruntime</groupId>");

	static @Nullable TemporaryBuild find(Path folder) {
		boolean maven = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
			.anyMatch((path) -> Files.isExecutable(Path.of(path, "mvn")));
		Path project = Path.of("").toAbsolutePath();
		while (project != null && !Files.exists(project.resolve(MODULES.get(0)).resolve("pom.xml"))) {
			project = project.getParent();
		}
		return (maven && project != null) ? new TemporaryBuild(project, folder.toAbsolutePath()) : null;
	}

	static String dependency(String group, String artifact) {
		return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId></dependency>\n";
	}

	String starterDependencies() throws IOException {
		StringBuilder dependencies = new StringBuilder();
		for (String module : MODULES) {
			Matcher matcher = DEPENDENCY.matcher(Files.readString(this.project.resolve(module).resolve("pom.xml")));
			while (matcher.find()) {
				if (!NOT_AT_RUNTIME.matcher(matcher.group()).find()) {
					dependencies.append(matcher.group()).append('\n');
				}
			}
		}
		return dependencies.toString();
	}

	/**
	 * Resolve dependencies, including transitive ones.
	 */
	Set<Path> resolve(String name, String dependencies) throws IOException, InterruptedException {
		Path build = Files.createDirectories(this.folder.resolve(name));
		Path output = build.resolve("class-path.txt");
		Files.writeString(build.resolve("pom.xml"), """
				<project xmlns="http://maven.apache.org/POM/4.0.0">
				<modelVersion>4.0.0</modelVersion>
				<parent>
				<groupId>io.bedrockruntime</groupId>
				<artifactId>bedrock-runtime</artifactId>
				<version>%s</version>
				<relativePath>%s/pom.xml</relativePath>
				</parent>
				<artifactId>temporary</artifactId>
				<dependencies>
				%s</dependencies>
				</project>
				""".formatted(version(), build.relativize(this.project), dependencies));
		if (!run(build, "-o", output) && !run(build, "-U", output)) {
			throw new IOException("The build '" + name + "' failed, see " + build.resolve("build.out"));
		}
		return Footprint.paths(Files.readString(output));
	}

	/** Called first without a network, as the local repository is mostly complete. */
	private static boolean run(Path build, String option, Path output) throws IOException, InterruptedException {
		Process process = new ProcessBuilder("mvn", option, "-q", "-B", "dependency:build-classpath",
				"-Dmdep.includeScope=runtime", "-Dmdep.outputFile=" + output)
			.directory(build.toFile())
			.redirectErrorStream(true)
			.redirectOutput(build.resolve("build.out").toFile())
			.start();
		try {
			return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private String version() throws IOException {
		Matcher matcher = Pattern.compile("<version>(.*?)</version>")
			.matcher(Files.readString(this.project.resolve("pom.xml")));
		return matcher.find() ? matcher.group(1) : "";
	}

}
