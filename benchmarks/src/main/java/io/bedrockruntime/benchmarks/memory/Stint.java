package io.bedrockruntime.benchmarks.memory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of JMH over some benchmarks with some parameters.
 *
 * @param benchmark the class of benchmarks
 * @param methods the names of its methods
 * @param parameters the parameters that are not the class's own choice, by name
 * @param slow whether it takes long until it is compiled, as the SDK's clients do
 */
record Stint(Class<?> benchmark, List<String> methods, Map<String, List<String>> parameters, boolean slow) {

	private static final Map<String, List<String>> OWN = Map.of();

	Stint(Class<?> benchmark, String method, Map<String, List<String>> parameters) {
		this(benchmark, List.of(method), parameters, method.equals("sdk"));
	}

	/**
	 * Return what tells whether something has become much slower.
	 */
	static List<Stint> few() {
		Map<String, List<String>> small = Map.of("size", List.of("1024", "1048576"));
		return List.of(new Stint(DecodeBenchmark.class, "ours", decode("deltas", "5000", "16384", "64")),
				new Stint(DecodeBenchmark.class, "sdkDecoder", decode("deltas", "5000", "16384")),
				new Stint(DecodeBenchmark.class, "sdk", decode("deltas", "5000", "16384")),
				new Stint(DecodeBenchmark.class, "ours", decode("chunks", "5000", "16384")),
				both(EncodeBenchmark.class, OWN), both(SignBenchmark.class, small),
				both(SerialiseBenchmark.class, Map.of("messages", List.of("1"))),
				both(ParseBenchmark.class, Map.of("answer", List.of(ParseBenchmark.TEXT))));
	}

	/**
	 * Return all.
	 */
	static List<Stint> all() {
		Map<String, List<String>> decode = new TreeMap<>();
		decode.put("kind", List.of(SampleStream.DELTAS, SampleStream.CHUNKS));
		decode.put("events", List.of("500", "5000"));
		decode.put("pieces", List.of("16384", "1024", "64"));
		return List.of(new Stint(DecodeBenchmark.class, List.of("ours", "oursDecoder", "sdkDecoder"), decode, false),
				new Stint(DecodeBenchmark.class, "sdk", decode), both(EncodeBenchmark.class, OWN),
				both(SignBenchmark.class, OWN), both(SerialiseBenchmark.class, OWN), both(ParseBenchmark.class, OWN));
	}

	private static Stint both(Class<?> benchmark, Map<String, List<String>> parameters) {
		return new Stint(benchmark, List.of("ours", "sdk"), parameters, false);
	}

	private static Map<String, List<String>> decode(String kind, String events, String... pieces) {
		return Map.of("kind", List.of(kind), "events", List.of(events), "pieces", List.of(pieces));
	}

}
