package io.bedrockruntime.internal.call;

import java.util.function.Consumer;

import io.bedrockruntime.event.RetryEvent;
import io.bedrockruntime.internal.exception.RetryableFailures;
import io.bedrockruntime.settings.RetrySettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * What all calls of a client share for their attempts: the strategy with its budget.
 */
public final class RetryPolicy implements AutoCloseable {

	private final RetrySettings retries;

	private final Consumer<RetryEvent> listener;

	/**
	 * Made with the first call, as all that it loads would make the start of an
	 * application longer.
	 */
	private volatile @Nullable RetryStrategy strategy;

	private boolean closed;

	public RetryPolicy(RetrySettings retries, Consumer<RetryEvent> listener) {
		this.retries = retries;
		this.listener = listener;
	}

	private @Nullable RetryStrategy strategy() {
		RetryStrategy strategy = this.strategy;
		return (strategy != null || this.retries.maxAttempts() == 1) ? strategy : makeStrategy();
	}

	private synchronized RetryStrategy makeStrategy() {
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
	 * Make the strategy in one go: AWS's builders of an existing strategy forget which
	 * generation of parameters it has.
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
	 * Begin the attempts of a call at one place.
	 * @param call the call
	 * @param repeatable whether the request can be sent more than once
	 * @param place which place it is, from 0
	 * @param recourse what a failure may lead to besides a retry
	 * @return the attempts
	 */
	RetryExecutor begin(CallContext call, boolean repeatable, int place, AttemptRecovery recourse) {
		return new RetryExecutor(call, repeatable, strategy(), this.retries, place, recourse);
	}

	/**
	 * Tell that an attempt will be followed by another one. Whoever listens cannot break
	 * the call.
	 */
	void tell(RetryEvent event) {
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
