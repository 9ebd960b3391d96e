package io.bedrockruntime.benchmarks.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import io.bedrockruntime.benchmarks.Measurement;
import io.bedrockruntime.benchmarks.RunProfile;

/**
 * Search for the smallest heap in which a client works: with consecutive calls of one
 * user, or with a thousand open streams. The resident memory of the JVM is measured after
 * the calls, or while the streams are open.
 */
final class SmallestHeap {

	private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 96, 128, 256, 512, 1024, 2048, 4096, 6144);

	private static final List<String> PEERS = List.of("ours-unobserved", "sdk-netty", "raw-webclient");

	private static final int STREAMS = 1000;

	private final StartServer server;

	private final Path folder;

	private final List<Measurement> measurements = new ArrayList<>();

	private SmallestHeap(StartServer server, Path folder) {
		this.server = server;
		this.folder = folder;
	}

	static List<Measurement> run(RunProfile profile, Path folder) throws IOException, InterruptedException {
		try (StartServer server = new StartServer()) {
			SmallestHeap heap = new SmallestHeap(server, folder);
			// A target refers to this size, whatever the smallest one is.
			heap.tryAt("ours-unobserved", (profile == RunProfile.SMOKE) ? 50 : STREAMS, 64);
			if (profile == RunProfile.FULL) {
				for (String peer : PEERS) {
					heap.bisect(peer, 0);
					heap.bisect(peer, STREAMS);
				}
			}
			return heap.measurements;
		}
	}

	private void tryAt(String peer, int streams, int size) throws IOException, InterruptedException {
		Map<String, Double> figures = run(peer, streams, size);
		String parameter = parameter(streams) + ", -Xmx" + size + "m";
		add(parameter, peer, "works", "", figures.isEmpty() ? 0 : 1);
		figures.forEach((figure, value) -> add(parameter, peer, figure, "MiB", value));
	}

	private void bisect(String peer, int streams) throws IOException, InterruptedException {
		List<Integer> sizes = SIZES.stream().filter((size) -> size <= available()).toList();
		Map<String, Double> best = Map.of();
		int low = 0;
		int high = sizes.size();
		while (low < high) {
			int middle = (low + high) / 2;
			Map<String, Double> figures = run(peer, streams, sizes.get(middle));
			if (figures.isEmpty()) {
				low = middle + 1;
			}
			else {
				best = figures;
				high = middle;
			}
		}
		if (best.isEmpty()) {
			System.out.println("smallest heap: " + peer + " does not work with any size");
			return;
		}
		add(parameter(streams), peer, "smallest heap", "MiB", sizes.get(low));
		best.forEach((figure, value) -> add(parameter(streams) + ", smallest heap", peer, figure, "MiB", value));
	}

	private Map<String, Double> run(String peer, int streams, int size) throws IOException, InterruptedException {
		Map<String, Double> figures = FreshJvm
			.of(SmallestHeapMain.class, "-Xmx" + size + "m", "-XX:+ExitOnOutOfMemoryError")
			.run(this.folder, Duration.ofSeconds(90), peer, this.server.endpoint().toString(),
					Integer.toString(streams));
		System.out.println("smallest heap: " + peer + ", " + parameter(streams) + ", -Xmx" + size + "m: "
				+ (figures.isEmpty() ? "fails" : "works"));
		return figures;
	}

	private void add(String parameter, String peer, String figure, String unit, double value) {
		this.measurements.add(Measurement.once("smallest heap", parameter, peer, figure, unit, value));
	}

	private static String parameter(int streams) {
		return (streams > 0) ? "streams=" + streams : "users=1";
	}

	/** Return the usable memory in MiB, which leaves half of it to other processes. */
	private static long available() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? system.getTotalMemorySize() / 2 / 1024 / 1024 : 1024;
	}

}
