package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeTimeoutException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * The clocks of one attempt until its answer begins: that of the wait for a connection,
 * which starts when the request is signed, and that of the answer, which covers the
 * signing as well, as a provider of credentials may never answer either. One task serves
 * both: two of Reactor's {@code timeout} cost each call 2 KB and as many tasks of a
 * scheduler that all calls share.
 *
 * @param <T> the type of answer
 */
final class ResponseTimeout<T> extends MonoOperator<T, T> {

	private final Attempt attempt;

	private ResponseTimeout(Mono<? extends T> source, Attempt attempt) {
		super(source);
		this.attempt = attempt;
	}

	/**
	 * Put the clocks around an attempt.
	 * @param <T> the type of answer
	 * @param answer the signing of the request and the wait for its answer
	 * @param attempt how far the attempt has come
	 */
	static <T> Mono<T> around(Mono<T> answer, Attempt attempt) {
		return new ResponseTimeout<>(answer, attempt);
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new Wait<>(actual, this.attempt));
	}

	/** The wait for one answer. Whoever comes first, the answer or a clock, ends it. */
	private static final class Wait<T> implements CoreSubscriber<T>, Subscription {

		private final CoreSubscriber<? super T> actual;

		private final Attempt attempt;

		private final Scheduler scheduler = Schedulers.parallel();

		private final Disposable.Swap task = Disposables.swap();

		private final long started = now();

		private final AtomicBoolean over = new AtomicBoolean();

		private Subscription upstream = Operators.emptySubscription();

		private boolean answered;

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
		public void onNext(T answer) {
			if (end()) {
				this.answered = true;
				this.actual.onNext(answer);
			}
			else {
				Operators.onNextDropped(answer, currentContext());
			}
		}

		@Override
		public void onComplete() {
			if (this.answered || end()) {
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
				this.task.dispose();
			}
			return first;
		}

		private void check() {
			long now = now();
			Duration response = this.attempt.responseTimeout();
			long left = Long.MAX_VALUE;
			if (response != null) {
				left = response.toNanos() - (now - this.started);
				if (left <= 0) {
					expire(new ResponseTimeoutException(
							this.attempt.request().operation() + " failed: no answer within " + response, null));
					return;
				}
			}
			if (!this.attempt.isConnected()) {
				Duration acquire = this.attempt.timeouts().acquire();
				Long signed = this.attempt.signedAt();
				long forConnection = acquire.toNanos() - ((signed != null) ? now - signed : 0);
				if (forConnection <= 0) {
					expire(new AcquireTimeoutException(this.attempt.request().operation()
							+ " failed: no connection, be it a free one of the pool or a new one, within " + acquire,
							null));
					return;
				}
				left = Math.min(left, forConnection);
			}
			if (left != Long.MAX_VALUE && !this.task.isDisposed()) {
				this.task.update(this.scheduler.schedule(this::check, left, TimeUnit.NANOSECONDS));
			}
		}

		private void expire(BedrockRuntimeTimeoutException failure) {
			if (end()) {
				this.upstream.cancel();
				this.actual.onError(failure);
			}
		}

		private long now() {
			return this.scheduler.now(TimeUnit.NANOSECONDS);
		}

	}

}
