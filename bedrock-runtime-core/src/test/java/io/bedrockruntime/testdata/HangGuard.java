package io.bedrockruntime.testdata;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a sample on a separate thread, so that a sample that never ends fails the test
 * instead of stopping the build.
 */
public final class HangGuard {

	private static final int SECONDS = 120;

	private HangGuard() {
	}

	public static <T> T call(Callable<T> sample) {
		FutureTask<T> task = new FutureTask<>(sample);
		Thread thread = new Thread(task, "sample");
		thread.setDaemon(true);
		thread.start();
		try {
			return task.get(SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			AssertionError hang = new AssertionError("Sample did not end within " + SECONDS + " seconds");
			hang.setStackTrace(thread.getStackTrace());
			throw hang;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Error error) ? error
					: new AssertionError("Sample failed: " + ex.getCause(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
