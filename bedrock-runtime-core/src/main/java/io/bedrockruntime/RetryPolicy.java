package io.bedrockruntime;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;

/**
 * What all calls of a client share for their attempts: the strategy with its budget, and
 * the clock.
 */
final class RetryPolicy implements AutoCloseable {

	private final IdGenerator ids = new AlternativeJdkIdGenerator();

	private final Retries retries;

	private final @Nullable Duration callTimeout;

	private final @Nullable RetryStrategy strategy;

	RetryPolicy(Retries retries, @Nullable Duration callTimeout) {
		this.retries = retries;
		this.callTimeout = callTimeout;
		this.strategy = (retries.maxAttempts() > 1) ? strategy(retries) : null;
	}

	/**
	 * Make the strategy in one go: AWS's builders of an existing strategy forget which
	 * generation of parameters it has.
	 */
	private static RetryStrategy strategy(Retries retries) {
		if (retries.mode() == Retries.Mode.ADAPTIVE) {
			return DefaultRetryStrategy.adaptiveStrategyBuilder(true)
				.maxAttempts(retries.maxAttempts())
				.retryOnException((failure) -> true)
				.treatAsThrottling(RetryableFaults::isThrottling)
				.build();
		}
		return DefaultRetryStrategy.standardStrategyBuilder(true)
			.maxAttempts(retries.maxAttempts())
			.retryOnException((failure) -> true)
			.treatAsThrottling(RetryableFaults::isThrottling)
			.build();
	}

	/**
	 * Begin a call.
	 * @param operation the AWS name of the operation
	 * @param repeatable whether the request can be sent more than once
	 * @return the attempts of the call
	 */
	CallAttempts begin(String operation, boolean repeatable) {
		return new CallAttempts(operation, this.ids.generateId().toString(), repeatable ? this.strategy : null,
				this.retries.responseTimeouts(), this.callTimeout);
	}

	@Override
	public void close() {
		if (this.strategy != null) {
			this.strategy.close();
		}
	}

}
