package io.bedrockruntime.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * JMH profiler that measures the CPU time of the process, including its garbage
 * collector. Unlike JMH's wall-clock time, it is reliable when other processes use the
 * same processors.
 */
public final class CpuProfiler implements InternalProfiler {

	static final String CPU = "cpu.norm";

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private long before;

	@Override
	public String getDescription() {
		return "CPU time of the process";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
		this.before = this.system.getProcessCpuTime();
	}

	@Override
	public Collection<ScalarResult> afterIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams,
			IterationResult result) {
		double used = this.system.getProcessCpuTime() - this.before;
		long operations = Math.max(1, result.getMetadata().getAllOps());
		return List.of(new ScalarResult(CPU, used / operations, "ns/op", AggregationPolicy.AVG));
	}

}
