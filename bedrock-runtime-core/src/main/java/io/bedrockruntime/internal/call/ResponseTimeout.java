package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeTimeoutException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.internal.RescheduledDeadline;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Timeouts of one attempt until its response begins. The acquire timeout starts when the
 * request is signed. The response timeout includes the signing, because a credentials
 * provider may also hang. One task serves both timeouts: two of Reactor's {@code timeout}
 * operators cost each call 2 KB and two tasks of a scheduler that all calls share.
 *
 * @param <T> the type of response
 */
final class ResponseTimeout<T> extends MonoOperator<T, T> {

	private final Attempt attempt;

	private ResponseTimeout(Mono<? extends T> source, Attempt attempt) {
		super(source);
		this.attempt = attempt;
	}

	/**
	 * Apply the timeouts to an attempt.
	 * @param <T> the type of response
	 * @param response the signing of the request and the wait for its response
	 * @param attempt the progress of the attempt
	 */
	static <T> Mono<T> around(Mono<T> response, Attempt attempt) {
		return new ResponseTimeout<>(response, attempt);
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new Wait<>(actual, this.attempt));
	}

	/**
	 * Wait for one response. The response or a timeout ends it, whichever comes first.
	 */
	private static final class Wait<T> extends RescheduledDeadline implements CoreSubscriber<T>, Subscription {

		private final CoreSubscriber<? super T> actual;

		private final Attempt attempt;

		private final long started = now();

		private final AtomicBoolean over = new AtomicBoolean();

		private Subscription upstream = Operators.emptySubscription();

		private boolean responded;

		Wait(CoreSubscriber<? super T> actual, Attempt attempt) {
			this.actual = actual;
			this.attempt = attempt;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			this.actual.onSubscribe(this);
			check();
		}

		@Override
		public void onNext(T response) {
			if (end()) {
				this.responded = true;
				this.actual.onNext(response);
			}
			else {
				Operators.onNextDropped(response, currentContext());
			}
		}

		@Override
		public void onComplete() {
			if (this.responded || end()) {
				this.actual.onComplete();
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (end()) {
				this.actual.onError(failure);
			}
			else {
				Operators.onErrorDropped(failure, currentContext());
			}
		}

		@Override
		public void request(long count) {
			this.upstream.request(count);
		}

		@Override
		public void cancel() {
			end();
			this.upstream.cancel();
		}

		private boolean end() {
			boolean first = this.over.compareAndSet(false, true);
			if (first) {
				stop();
			}
			return first;
		}

		@Override
		protected long timeLeft(long now) {
			return Math.min(timeLeftForResponse(now), timeLeftForConnection(now));
		}

		private long timeLeftForResponse(long now) {
			Duration response = this.attempt.responseTimeout();
			return (response != null) ? response.toNanos() - (now - this.started) : NONE;
		}

		private long timeLeftForConnection(long now) {
			if (this.attempt.isConnected()) {
				return NONE;
			}
			Long signed = this.attempt.signedAt();
			return this.attempt.timeouts().acquire().toNanos() - ((signed != null) ? now - signed : 0);
		}

		@Override
		protected void expired() {
			if (end()) {
				this.upstream.cancel();
				this.actual.onError(failure());
			}
		}

		private BedrockRuntimeTimeoutException failure() {
			String operation = this.attempt.request().operation();
			if (timeLeftForResponse(now()) <= 0) {
				return new ResponseTimeoutException(
						operation + " failed: no response within " + this.attempt.responseTimeout(), null);
			}
			return new AcquireTimeoutException(
					operation + " failed: no connection, neither a free one of the pool nor a new one, within "
							+ this.attempt.timeouts().acquire(),
					null);
		}

	}

}
