package io.bedrockruntime.benchmarks.start;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Class paths of applications, as parts of a larger class path.
 *
 * @param entries the entries of the larger class path
 */
record ApplicationClassPath(List<Path> entries) {

	/** Jars of the peers and of the benchmarks. */
	private static final Pattern PEERS = names("bedrockruntime|protocol-core|aws-json-protocol|apache5-client"
			+ "|url-connection-client|netty-nio-client|aws-crt-client|aws-crt|crt-core|httpclient5|httpcore5|httpcore5-h2"
			+ "|jmh-core|jopt-simple|commons-math3");

	private static final Pattern ACTUATOR = names("spring-boot-starter-actuator|spring-boot-starter-micrometer-metrics"
			+ "|spring-boot-micrometer-\\w+|spring-boot-actuator|spring-boot-actuator-autoconfigure|spring-boot-health"
			+ "|micrometer-core|micrometer-jakarta9|micrometer-registry-prometheus|prometheus-.*|HdrHistogram"
			+ "|LatencyUtils");

	/** Spring Boot's jars for HTTP clients, which the starter depends on. */
	private static final Pattern WEB_CLIENT = names(
			"spring-boot-starter-webclient|spring-boot-webclient|spring-boot-http-client|spring-boot-http-converter");

	private static final Pattern OURS = Pattern
		.compile(".*[/\\\\]bedrock-runtime-[^/\\\\]+([/\\\\]target[/\\\\]classes" + "|\\.jar)");

	private static final Pattern AWS = Pattern.compile(".*[/\\\\]software[/\\\\]amazon[/\\\\].*");

	private static final Pattern TESTS = Pattern.compile(".*[/\\\\]test-classes|.*junit.*|.*opentest4j.*|.*assertj.*"
			+ "|.*byte-buddy.*|.*apiguardian.*|.*bedrock-runtime-emulator.*");

	static ApplicationClassPath ofThisJvm() {
		return new ApplicationClassPath(
				Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
					.filter((entry) -> !entry.isEmpty())
					.map(Path::of)
					.toList());
	}

	/** Return whether the jars have the paths of a local Maven repository. */
	boolean isComplete() {
		return this.entries.stream().anyMatch((entry) -> is(entry, OURS))
				&& this.entries.stream().anyMatch((entry) -> is(entry, AWS));
	}

	String of(boolean actuator, Addition addition) {
		return this.entries.stream()
			.filter((entry) -> !is(entry, PEERS) && !is(entry, TESTS))
			.filter((entry) -> actuator || !is(entry, ACTUATOR))
			.filter((entry) -> addition != Addition.NOTHING || !is(entry, WEB_CLIENT))
			.filter((entry) -> addition == Addition.STARTER || !(is(entry, OURS) || is(entry, AWS)))
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static boolean is(Path entry, Pattern pattern) {
		return pattern.matcher(entry.toString()).matches();
	}

	private static Pattern names(String artifacts) {
		return Pattern.compile(".*[/\\\\](" + artifacts + ")-\\d[^/\\\\]*\\.jar");
	}

	/** Addition to a plain WebFlux application. */
	enum Addition {

		NOTHING("webflux"),

		/** Spring Boot's starter for WebClient, which our starter depends on. */
		WEB_CLIENT("webflux and webclient"),

		STARTER("webflux and starter");

		private final String application;

		Addition(String application) {
			this.application = application;
		}

		/** Return the name of the application in reports. */
		String application() {
			return this.application;
		}

	}

}
