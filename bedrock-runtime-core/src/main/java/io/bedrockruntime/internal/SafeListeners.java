package io.bedrockruntime.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Guards calls from exceptions of the listeners, handlers and other callbacks that only
 * watch them or add to them.
 */
public final class SafeListeners {

	private static final Log logger = LogFactory.getLog(SafeListeners.class);

	private static final AtomicBoolean WARNED = new AtomicBoolean();

	private SafeListeners() {
	}

	/**
	 * Keep a listener from what its failure would do to calls and to other listeners.
	 */
	public static <E> Consumer<E> guarded(Consumer<E> listener) {
		return (event) -> guarded(() -> listener.accept(event));
	}

	/**
	 * Keep a call from failing because of what watches it.
	 */
	public static void guarded(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			String message = "Call of Amazon Bedrock Runtime goes on without what threw an exception: "
					+ "an observation handler, convention, predicate or listener, or what adds metadata";
			if (WARNED.compareAndSet(false, true)) {
				logger.warn(message, ex);
			}
			else {
				logger.debug(message, ex);
			}
		}
	}

}
