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
 * What this process has used so far.
 *
 * @param wall the time, in nanoseconds
 * @param cpu the CPU time of all threads, those of the garbage collector too, in
 * nanoseconds: where the operating system says it, without those that compile, as these
 * tell how warm the process is and not what a call costs
 * @param allocated the bytes put on the heap: before JDK 21, by the threads that are
 * alive
 */
record ProcessFigures(long wall, long cpu, long allocated) {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * Return the figures of now, before something is measured.
	 */
	static ProcessFigures before() {
		long compilers = compilers();
		// Last what the look itself changes.
		return new ProcessFigures(System.nanoTime(), SYSTEM.getProcessCpuTime() - compilers, allocatedBytes());
	}

	/**
	 * Return the figures of now, after something was measured.
	 */
	static ProcessFigures after() {
		long allocated = allocatedBytes();
		long wall = System.nanoTime();
		long cpu = SYSTEM.getProcessCpuTime();
		return new ProcessFigures(wall, cpu - compilers(), allocated);
	}

	/**
	 * Return the number of threads that are alive.
	 */
	static int threads() {
		return THREADS.getThreadCount();
	}

	/**
	 * Return the bytes on the heap after a collection of garbage.
	 */
	static long heapAfterCollection() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * Forget how full the heap was before.
	 */
	static void forgetPeak() {
		heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
	}

	/**
	 * Return how many bytes there were at most on the heap, garbage included.
	 */
	static long heapPeak() {
		return heapPools().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum();
	}

	private static Stream<MemoryPoolMXBean> heapPools() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter((pool) -> pool.getType() == MemoryType.HEAP);
	}

	/**
	 * Return the memory that the operating system counts for this process, or zero where
	 * it does not say.
	 */
	static long residentBytes() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.isReadable(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
			.findFirst()
			.orElse(0);
	}

	private static long compilers() {
		try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
			return threads.mapToLong(ProcessFigures::compiler).sum();
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
			// It has ended meanwhile.
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
