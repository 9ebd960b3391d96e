package io.bedrockruntime.benchmarks;

import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.benchmarks.Target.Figure;

/**
 * The performance targets of this client: ratios to other clients of the same run, in
 * which less is better, and absolute figures.
 */
final class Targets {

	private static final String OURS = "ours";

	private static final String[] STREAMING = { "sdk-netty", "sdk-netty-h2", "sdk-crt", "sdk-crt-h2" };

	private static final Figure DECODE = decode("decode/deltas", "16KiB", "cpu");

	private static final Figure STREAM = new Figure("stream/cleartext", "streams=16", OURS, "cpu per event");

	private static final Figure COLD = new Figure("cold start", "", "ours-unobserved", "cpu");

	private static final Figure OPEN = new Figure("open", "streams=1000", OURS, "heap per stream");

	static final List<Target> ALL = Stream.of(decoding(), streaming(), unary(), rest()).flatMap(List::stream).toList();

	private Targets() {
	}

	private static List<Target> decoding() {
		Figure small = decode("decode/deltas", "64B", "cpu");
		Figure chunks = decode("decode/chunks", "16KiB", "cpu");
		return List.of(than("decode to text deltas: a twelfth of the SDK's full decoding", DECODE, 0.083, "sdk"),
				than("decode to text deltas: the SDK's bare decoder, over 1.7", DECODE, 0.59, "sdk-decoder"),
				atMost("garbage of a decoded event, B", decode("decode/deltas", "16KiB", "allocated"), 160),
				new Target("decode in pieces of 64 B: its own figure of 16 KiB", small, List.of(DECODE), 1.2),
				new Target("decode base64 chunks: its own figure of text deltas", chunks, List.of(DECODE), 1.3),
				than("sign 1 KiB: the AWS signer", sign("1KiB"), 0.5, "sdk"),
				than("sign 1 MiB: the AWS signer", sign("1MiB"), 0.5, "sdk"));
	}

	private static List<Target> streaming() {
		Figure one = new Figure("stream/cleartext", "streams=1", OURS, "cpu per event");
		Figure lag = new Figure("paced", "streams=64", OURS, "lag p50");
		return List.of(than("CPU of an event, 16 streams: the best of the SDK", STREAM, 0.6, STREAMING),
				than("CPU of an event, 1 stream: the best of the SDK", one, 0.6, STREAMING),
				atMost("garbage of an event, end to end, B", named(STREAM, "allocated per event"), 600),
				than("time to the first event, 1 stream: the best of the SDK", named(one, "first event p50"), 0.3,
						STREAMING),
				than("lag p50, 64 streams: the best of the SDK", lag, 0.75, STREAMING),
				atMost("lag p99 of 1,000 streams under overload, us",
						new Figure("overload", "streams=1000", OURS, "lag p99"), 1_000_000),
				atMost("heap of an open stream, B", OPEN, 24 * 1024),
				atMost("RSS with 1,000 open streams, MiB",
						new Figure("smallest heap", "streams=1000, -Xmx64m", "ours-unobserved", "rss"), 200),
				new Target("1,000 streams with -Xmx64m: smallest heap, MiB",
						new Figure("smallest heap", "streams=1000", "ours-unobserved", "smallest heap"), List.of(),
						64));
	}

	private static List<Target> unary() {
		return Stream.of("users=16", "users=64").flatMap((users) -> {
			Figure cpu = new Figure("converse/cleartext", users, OURS, "cpu per request");
			return Stream.of(than("CPU of a request, " + users + ": the SDK with CRT", cpu, 0.8, "sdk-crt"),
					than("CPU of a request, " + users + ": the SDK with Apache 5", cpu, 0.65, "sdk-apache5"),
					than("CPU of a request, " + users + ": the SDK with Netty", cpu, 0.45, "sdk-netty"),
					than("CPU of a request, " + users + ": ours without observations", cpu, 1.1, "ours-unobserved"),
					atMost("garbage of a request, " + users + ", B", named(cpu, "allocated per request"), 40 * 1024));
		}).toList();
	}

	private static List<Target> rest() {
		Figure beyond = new Figure("footprint", "beyond webflux", OURS, "external jars");
		return List.of(
				atMost("garbage of 20 MiB up, B", new Figure("upload", "20 MiB", OURS, "allocated per request"),
						1024 * 1024),
				atMost("garbage of 20 MiB down, B", new Figure("download", "20 MiB", OURS, "allocated per request"),
						22 * 1024 * 1024),
				than("CPU of a cold start: the SDK with Netty", COLD, 1.1, "sdk-netty"),
				atMost("time that the starter adds to a start, ms",
						new Figure("application start", "without actuator", "starter", "added wall"), 60),
				atMost("of this, beyond Spring Boot's WebClient, ms",
						new Figure("application start", "without actuator", "of it ours", "added wall"), 60),
				atMost("core jar, MB", new Figure("footprint", "own jar", "core", "size"), 1),
				atMost("jars beyond a WebFlux application", beyond, 45),
				atMost("MB beyond a WebFlux application", named(beyond, "size of external jars"), 18));
	}

	private static Figure decode(String scenario, String pieces, String name) {
		return new Figure(scenario, "events=5000,pieces=" + pieces, OURS, name);
	}

	private static Figure sign(String size) {
		return new Figure("sign/" + size, "", OURS, "cpu");
	}

	private static Figure named(Figure figure, String name) {
		return new Figure(figure.scenario(), figure.parameter(), figure.peer(), name);
	}

	private static Target than(String what, Figure ours, double limit, String... peers) {
		return new Target(what, ours, Stream.of(peers).map(ours::of).toList(), limit);
	}

	private static Target atMost(String what, Figure ours, double limit) {
		return new Target(what, ours, List.of(), limit);
	}

}
