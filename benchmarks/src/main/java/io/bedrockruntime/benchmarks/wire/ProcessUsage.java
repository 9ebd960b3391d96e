package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * Resources that this process has used so far.
 *
 * @param wall the wall-clock time in nanoseconds
 * @param cpu the CPU time of all threads in nanoseconds, including the garbage collector:
 * on Linux without the compiler threads, whose time depends on the warm-up and not on the
 * cost of a call
 * @param allocated the allocated bytes: before JDK 21, by live threads only
 */
record ProcessUsage(long wall, long cpu, long allocated) {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * Return the current usage, before a measurement.
	 */
	static ProcessUsage before() {
		long compilers = compilers();
		// Values that this method changes are read last.
		return new ProcessUsage(System.nanoTime(), SYSTEM.getProcessCpuTime() - compilers, allocatedBytes());
	}

	/**
	 * Return the current usage, after a measurement.
	 */
	static ProcessUsage after() {
		long allocated = allocatedBytes();
		long wall = System.nanoTime();
		long cpu = SYSTEM.getProcessCpuTime();
		return new ProcessUsage(wall, cpu - compilers(), allocated);
	}

	/**
	 * Return the number of live threads.
	 */
	static int threads() {
		return THREADS.getThreadCount();
	}

	/**
	 * Reset the peak usage of the heap.
	 */
	static void forgetPeak() {
		heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
	}

	/**
	 * Return the peak usage of the heap in bytes, including garbage.
	 */
	static long heapPeak() {
		return heapPools().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum();
	}

	private static Stream<MemoryPoolMXBean> heapPools() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter((pool) -> pool.getType() == MemoryType.HEAP);
	}

	private static long compilers() {
		try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
			return threads.mapToLong(ProcessUsage::compiler).sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static long compiler(Path thread) {
		try {
			String name = Files.readString(thread.resolve("comm"));
			return (name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler"))
					? Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]) : 0;
		}
		catch (IOException ex) {
			// The thread has ended.
			return 0;
		}
	}

	private static long allocatedBytes() {
		try {
			return (Long) ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(THREADS);
		}
		catch (ReflectiveOperationException ex) {
			long sum = 0;
			for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
				sum += Math.max(0, bytes);
			}
			return sum;
		}
	}

}
