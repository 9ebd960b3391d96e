package io.bedrockruntime.emulator.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;

/**
 * Netty's leak detector, which keeps its findings for tests. Netty loads it by the system
 * property {@code io.netty.customResourceLeakDetector}.
 *
 * @param <T> the type of resource
 */
public final class LeakDetector<T> extends ResourceLeakDetector<T> {

	private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

	private static volatile boolean loaded;

	public LeakDetector(Class<?> resourceType, int samplingInterval) {
		super(resourceType, samplingInterval);
		loaded = true;
	}

	public LeakDetector(Class<?> resourceType, int samplingInterval, long maxActive) {
		this(resourceType, samplingInterval);
	}

	@Override
	protected boolean needReport() {
		return true;
	}

	@Override
	protected void reportTracedLeak(String resourceType, String records) {
		FOUND.add(resourceType + " was not released" + records);
	}

	@Override
	protected void reportUntracedLeak(String resourceType) {
		FOUND.add(resourceType + " was not released");
	}

	/** Return what was never released and is not reachable any more, each once. */
	static List<String> drain() {
		for (int round = 0; round < 3; round++) {
			System.gc();
			pause();
			// Findings are reported when the next resource is tracked.
			PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
			UnpooledByteBufAllocator.DEFAULT.heapBuffer(16).release();
		}
		List<String> found = List.copyOf(FOUND);
		FOUND.clear();
		return found;
	}

	static boolean isAtWork() {
		PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
		return loaded && getLevel() == Level.PARANOID;
	}

	private static void pause() {
		try {
			Thread.sleep(30);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
