package io.bedrockruntime.emulator.soak;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;

/**
 * Snapshot of the client's process.
 *
 * @param second the time since the start
 * @param heap bytes in the heap that are reachable
 * @param nettyDirect bytes that Netty's allocator has outside the heap
 * @param direct bytes that the JDK's direct buffers have outside the heap
 * @param threads how many threads there are
 * @param inUse connections that carry a call
 * @param idle idle connections in the pool
 * @param calls calls that have ended
 * @param events received events
 */
record SoakSample(long second, long heap, long nettyDirect, long direct, int threads, int inUse, int idle, long calls,
		long events) {

	private static final double MEGABYTE = 1024 * 1024;

	static SoakSample take(long second, SoakClients clients, SoakTally tally) {
		// Leaves what is reachable.
		System.gc();
		long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.filter((pool) -> pool.getName().equals("direct"))
			.mapToLong(BufferPoolMXBean::getMemoryUsed)
			.sum();
		long netty = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
		return new SoakSample(second, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), netty, direct,
				ManagementFactory.getThreadMXBean().getThreadCount(), clients.inUse(), clients.idle(), tally.calls(),
				tally.events());
	}

	double heapMegabytes() {
		return this.heap / MEGABYTE;
	}

	double directMegabytes() {
		return Math.max(this.direct, this.nettyDirect) / MEGABYTE;
	}

	/** Return the slope per second of the line that fits the samples best. */
	static double slope(List<SoakSample> samples, ToDoubleFunction<SoakSample> value) {
		double meanTime = samples.stream().mapToLong(SoakSample::second).average().orElse(0);
		double meanValue = samples.stream().mapToDouble(value).average().orElse(0);
		double covariance = 0;
		double variance = 0;
		for (SoakSample sample : samples) {
			covariance += (sample.second - meanTime) * (value.applyAsDouble(sample) - meanValue);
			variance += (sample.second - meanTime) * (sample.second - meanTime);
		}
		return (variance == 0) ? 0 : covariance / variance;
	}

	@Override
	public String toString() {
		return "%d s: heap %.1f MB, direct %.1f MB, %d threads, %d connections in use, %d idle, %d calls, %d events"
			.formatted(this.second, heapMegabytes(), directMegabytes(), this.threads, this.inUse, this.idle, this.calls,
					this.events);
	}

}
