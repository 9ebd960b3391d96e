package io.bedrockruntime.benchmarks.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import io.bedrockruntime.benchmarks.Measurement;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * Converter of JMH's results into measurements.
 */
final class JmhResults {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	private JmhResults() {
	}

	/**
	 * Return the times and the garbage of a benchmark, which JMH reports in nanoseconds
	 * and bytes per invocation.
	 */
	static List<Measurement> measurements(RunResult result) {
		BenchmarkParams params = result.getParams();
		String name = params.getBenchmark();
		String method = name.substring(name.lastIndexOf('.') + 1);
		String type = name.substring(0, name.lastIndexOf('.'));
		String part = type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", "").toLowerCase(Locale.ROOT);
		boolean perEvent = part.equals("decode") || part.equals("encode");
		double events = (params.getParam("events") != null) ? Integer.parseInt(params.getParam("events")) : 1;
		String scenario = scenario(part, params);
		String parameter = parameter(params);
		List<Measurement> measurements = new ArrayList<>();
		String unit = perEvent ? "ns" : "us";
		double divisor = perEvent ? events : 1000;
		measurements
			.add(measurement(scenario, parameter, peer(method), "time", unit, result.getPrimaryResult(), divisor));
		Result<?> cpu = result.getSecondaryResults().get(CpuProfiler.CPU);
		if (cpu != null) {
			measurements.add(measurement(scenario, parameter, peer(method), "cpu", unit, cpu, divisor));
		}
		Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
		if (allocated != null) {
			measurements.add(measurement(scenario, parameter, peer(method), "allocated", "B", allocated, events));
		}
		return measurements;
	}

	private static String scenario(String part, BenchmarkParams params) {
		String kind = params.getParam("kind");
		String size = params.getParam("size");
		return part + ((kind != null) ? "/" + kind : "") + ((size != null) ? "/" + bytes(size) : "");
	}

	private static String parameter(BenchmarkParams params) {
		StringJoiner parameter = new StringJoiner(",");
		for (String name : params.getParamsKeys()) {
			String value = params.getParam(name);
			switch (name) {
				case "kind", "size" -> {
					// part of the scenario
				}
				case "pieces" -> parameter.add(name + "=" + bytes(value));
				default -> parameter.add(name + "=" + value);
			}
		}
		return parameter.toString();
	}

	private static String peer(String method) {
		return method.replace("Decoder", "-decoder");
	}

	private static String bytes(String value) {
		int bytes = Integer.parseInt(value);
		if (bytes % (1024 * 1024) == 0) {
			return bytes / (1024 * 1024) + "MiB";
		}
		return (bytes % 1024 == 0) ? bytes / 1024 + "KiB" : bytes + "B";
	}

	private static Measurement measurement(String scenario, String parameter, String peer, String figure, String unit,
			Result<?> result, double divisor) {
		Statistics statistics = result.getStatistics();
		return new Measurement(scenario, parameter, peer, figure, unit, statistics.getPercentile(50) / divisor,
				statistics.getMin() / divisor, statistics.getMax() / divisor);
	}

}
