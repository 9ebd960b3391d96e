package io.bedrockruntime.benchmarks.memory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of JMH over some benchmarks with some parameters.
 *
 * @param benchmark the class of benchmarks
 * @param methods the names of its benchmark methods
 * @param parameters parameters that override the values in the class, by name
 * @param slow whether it needs a long warm-up until it is compiled, as the SDK's clients
 * do
 */
record JmhRun(Class<?> benchmark, List<String> methods, Map<String, List<String>> parameters, boolean slow) {

	private static final Map<String, List<String>> OWN = Map.of();

	JmhRun(Class<?> benchmark, String method, Map<String, List<String>> parameters) {
		this(benchmark, List.of(method), parameters, method.equals("sdk"));
	}

	/**
	 * Return the runs that show whether something has become much slower.
	 */
	static List<JmhRun> selection() {
		Map<String, List<String>> small = Map.of("size", List.of("1024", "1048576"));
		return List.of(new JmhRun(DecodeBenchmark.class, "ours", decode("deltas", "5000", "16384", "64")),
				new JmhRun(DecodeBenchmark.class, "sdkDecoder", decode("deltas", "5000", "16384")),
				new JmhRun(DecodeBenchmark.class, "sdk", decode("deltas", "5000", "16384")),
				new JmhRun(DecodeBenchmark.class, "ours", decode("chunks", "5000", "16384")),
				both(EncodeBenchmark.class, OWN), both(SignBenchmark.class, small),
				both(SerialiseBenchmark.class, Map.of("messages", List.of("1"))),
				both(ParseBenchmark.class, Map.of("response", List.of(ParseBenchmark.TEXT))));
	}

	/**
	 * Return all runs.
	 */
	static List<JmhRun> all() {
		Map<String, List<String>> decode = new TreeMap<>();
		decode.put("kind", List.of(SampleStream.DELTAS, SampleStream.CHUNKS));
		decode.put("events", List.of("500", "5000"));
		decode.put("pieces", List.of("16384", "1024", "64"));
		return List.of(new JmhRun(DecodeBenchmark.class, List.of("ours", "oursDecoder", "sdkDecoder"), decode, false),
				new JmhRun(DecodeBenchmark.class, "sdk", decode), both(EncodeBenchmark.class, OWN),
				both(SignBenchmark.class, OWN), both(SerialiseBenchmark.class, OWN), both(ParseBenchmark.class, OWN));
	}

	private static JmhRun both(Class<?> benchmark, Map<String, List<String>> parameters) {
		return new JmhRun(benchmark, List.of("ours", "sdk"), parameters, false);
	}

	private static Map<String, List<String>> decode(String kind, String events, String... pieces) {
		return Map.of("kind", List.of(kind), "events", List.of(events), "pieces", List.of(pieces));
	}

}
