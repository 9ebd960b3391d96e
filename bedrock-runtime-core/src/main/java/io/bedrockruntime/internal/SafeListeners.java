package io.bedrockruntime.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Protects calls from exceptions of listeners, observation handlers and similar
 * callbacks.
 */
public final class SafeListeners {

	private static final Log logger = LogFactory.getLog(SafeListeners.class);

	private static final AtomicBoolean WARNED = new AtomicBoolean();

	private SafeListeners() {
	}

	/**
	 * Return a listener whose exceptions affect neither calls nor other listeners.
	 */
	public static <E> Consumer<E> guarded(Consumer<E> listener) {
		return (event) -> guarded(() -> listener.accept(event));
	}

	/**
	 * Run a callback, and log its exception instead of throwing it.
	 */
	public static void guarded(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			String message = "An observation handler, convention, predicate or listener, "
					+ "or the source of request metadata, threw an exception, which is ignored";
			if (WARNED.compareAndSet(false, true)) {
				logger.warn(message, ex);
			}
			else {
				logger.debug(message, ex);
			}
		}
	}

}
