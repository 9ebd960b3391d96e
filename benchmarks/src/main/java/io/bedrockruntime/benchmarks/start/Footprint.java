package io.bedrockruntime.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;

/**
 * Number and size of the jars on the class paths of applications. The jars are the ones
 * that a build resolves for the scope {@code runtime}; our own jars are counted
 * separately.
 */
final class Footprint {

	private static final double MEGABYTE = 1_000_000;

	private final List<Measurement> measurements = new ArrayList<>();

	private Footprint() {
	}

	static List<Measurement> run(RunProfile profile, Path folder) throws IOException, InterruptedException {
		Footprint footprint = new Footprint();
		for (String module : List.of("core", "spring-boot-autoconfigure")) {
			footprint.add(module, "own jar", "size", "MB", OwnModules.size(module) / MEGABYTE);
		}
		if (profile == RunProfile.SMOKE) {
			return footprint.measurements;
		}
		TemporaryBuild build = TemporaryBuild.find(folder);
		if (build == null) {
			System.out.println("footprint: class paths are skipped, as mvn or the poms of the project are missing");
			return footprint.measurements;
		}
		try {
			footprint.classPaths(build);
		}
		catch (IOException ex) {
			System.out.println("footprint: class paths are skipped: " + ex.getMessage());
		}
		return footprint.measurements;
	}

	private void classPaths(TemporaryBuild build) throws IOException, InterruptedException {
		String starter = build.starterDependencies();
		// The native code for HTTP/3 is as large as all the rest, and the same for all.
		String webFlux = """
				<dependency>
				<groupId>org.springframework.boot</groupId>
				<artifactId>spring-boot-starter-webflux</artifactId>
				<exclusions>
				<exclusion>
				<groupId>io.netty</groupId>
				<artifactId>netty-codec-native-quic</artifactId>
				</exclusion>
				</exclusions>
				</dependency>
				""";
		String sdk = TemporaryBuild.dependency("software.amazon.awssdk", "bedrockruntime")
				+ TemporaryBuild.dependency("software.amazon.awssdk", "netty-nio-client");
		Set<Path> plain = build.resolve("webflux", webFlux);
		count("complete", "ours", build.resolve("starter", starter));
		count("complete", "webflux", plain);
		count("complete", "sdk-netty", build.resolve("sdk", sdk));
		count("beyond webflux", "ours", without(build.resolve("webflux-starter", webFlux + starter), plain));
		count("beyond webflux", "sdk-netty", without(build.resolve("webflux-sdk", webFlux + sdk), plain));
	}

	private static Set<Path> without(Set<Path> jars, Set<Path> others) {
		return jars.stream().filter((jar) -> !others.contains(jar)).collect(Collectors.toSet());
	}

	private void count(String parameter, String peer, Set<Path> jars) throws IOException {
		long size = 0;
		for (Path jar : jars) {
			size += Files.size(jar);
		}
		add(peer, parameter, "external jars", "jars", jars.size());
		add(peer, parameter, "size of external jars", "MB", size / MEGABYTE);
	}

	private void add(String peer, String parameter, String figure, String unit, double value) {
		this.measurements.add(Measurement.once("footprint", parameter, peer, figure, unit, value));
	}

	/** Parse the class path that a build wrote. */
	static Set<Path> paths(String classPath) {
		return new HashSet<>(Arrays.stream(classPath.trim().split(Pattern.quote(File.pathSeparator)))
			.filter((entry) -> entry.endsWith(".jar"))
			.map(Path::of)
			.toList());
	}

}
