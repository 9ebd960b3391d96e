package io.bedrockruntime.internal.call;

import java.util.function.Consumer;

import io.bedrockruntime.event.RetryEvent;
import io.bedrockruntime.internal.exception.RetryableFailures;
import io.bedrockruntime.settings.RetrySettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Retry policy that all calls of a client share: the strategy with its retry budget.
 */
public final class RetryPolicy implements AutoCloseable {

	private final RetrySettings retries;

	private final Consumer<RetryEvent> listener;

	/**
	 * Created by the first call, because loading its classes would delay the start of an
	 * application.
	 */
	private volatile @Nullable RetryStrategy strategy;

	private boolean closed;

	public RetryPolicy(RetrySettings retries, Consumer<RetryEvent> listener) {
		this.retries = retries;
		this.listener = listener;
	}

	private @Nullable RetryStrategy strategy() {
		RetryStrategy strategy = this.strategy;
		return (strategy != null || this.retries.maxAttempts() == 1) ? strategy : createStrategy();
	}

	private synchronized RetryStrategy createStrategy() {
		RetryStrategy strategy = this.strategy;
		if (strategy == null) {
			strategy = strategy(this.retries);
			if (this.closed) {
				strategy.close();
			}
			this.strategy = strategy;
		}
		return strategy;
	}

	/**
	 * Build the strategy in one step: AWS's builders of an existing strategy lose the
	 * generation of its parameters.
	 */
	private static RetryStrategy strategy(RetrySettings retries) {
		if (retries.mode() == RetrySettings.Mode.ADAPTIVE) {
			return DefaultRetryStrategy.adaptiveStrategyBuilder(true)
				.maxAttempts(retries.maxAttempts())
				.retryOnException((failure) -> true)
				.treatAsThrottling(RetryableFailures::isThrottling)
				.build();
		}
		return DefaultRetryStrategy.standardStrategyBuilder(true)
			.maxAttempts(retries.maxAttempts())
			.retryOnException((failure) -> true)
			.treatAsThrottling(RetryableFailures::isThrottling)
			.build();
	}

	/**
	 * Begin the attempts of a call at one target.
	 * @param call the call
	 * @param repeatable whether the request can be sent more than once
	 * @param target the number of the target, from 0
	 * @param recovery recovers from failures by other means than a retry
	 * @return the attempts
	 */
	RetryExecutor begin(CallContext<?> call, boolean repeatable, int target, AttemptRecovery recovery) {
		return new RetryExecutor(call, repeatable, strategy(), this.retries, target, recovery);
	}

	/**
	 * Notify the listener of a retry. An exception of the listener does not fail the
	 * call.
	 */
	void notifyListener(RetryEvent event) {
		try {
			this.listener.accept(event);
		}
		catch (RuntimeException ex) {
			event.failure().addSuppressed(ex);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		RetryStrategy strategy = this.strategy;
		if (strategy != null) {
			strategy.close();
		}
	}

}
