package io.bedrockruntime.emulator.soak;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * Subscriber that checks the rules of signals: one subscription, no more events than
 * asked for, one at a time, one end and nothing after it, and nothing after it was
 * cancelled.
 *
 * @param <T> the type of event
 */
final class SignalCheck<T> implements CoreSubscriber<T> {

	private static final int NEVER = -1;

	/** A signal that another thread was delivering when this one cancelled. */
	private static final long IN_FLIGHT_NANOS = Duration.ofSeconds(3).toNanos();

	private final CallCheck call;

	private final Consumer<T> onEvent;

	private final Runnable onOver;

	private final int demand;

	private final int cancelAfter;

	private final AtomicBoolean subscribed = new AtomicBoolean();

	private final AtomicBoolean over = new AtomicBoolean();

	private final AtomicInteger inside = new AtomicInteger();

	private volatile Subscription subscription;

	private volatile boolean ended;

	private volatile long cancelledAt;

	private volatile boolean cancelledInside;

	private int received;

	private int asked;

	/**
	 * Create a subscriber.
	 * @param call the check of the events
	 * @param onEvent receives the events
	 * @param onOver called once when the call has ended or was cancelled
	 * @param demand the number of events requested at once
	 * @param cancelAfter the number of events after which to cancel
	 */
	SignalCheck(CallCheck call, Consumer<T> onEvent, Runnable onOver, int demand, int cancelAfter) {
		this.call = call;
		this.onEvent = onEvent;
		this.onOver = onOver;
		this.demand = demand;
		this.cancelAfter = cancelAfter;
	}

	static <T> SignalCheck<T> toTheEnd(CallCheck call, Consumer<T> onEvent, Runnable onOver, int demand) {
		return new SignalCheck<>(call, onEvent, onOver, demand, NEVER);
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (!this.subscribed.compareAndSet(false, true)) {
			this.call.violation("subscribed twice");
		}
		this.subscription = subscription;
		this.asked = this.demand;
		subscription.request(this.demand);
	}

	@Override
	public void onNext(T event) {
		if (!begins("event")) {
			return;
		}
		this.received++;
		if (this.received > this.asked) {
			this.call.violation("more events than asked for");
		}
		this.onEvent.accept(event);
		boolean cancel = this.received == this.cancelAfter;
		if (cancel) {
			this.cancelledInside = true;
			cancel();
		}
		this.inside.decrementAndGet();
		if (!cancel && this.received == this.asked) {
			this.asked += this.demand;
			this.subscription.request(this.demand);
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (begins("failure")) {
			this.ended = true;
			this.inside.decrementAndGet();
			over(() -> this.call.failed(failure));
		}
	}

	@Override
	public void onComplete() {
		if (begins("completion")) {
			this.ended = true;
			this.inside.decrementAndGet();
			over(this.call::completed);
		}
	}

	/** Cancel, from any thread at any time. */
	void cancel() {
		Subscription current = this.subscription;
		if (current != null && !this.over.get()) {
			this.cancelledAt = System.nanoTime();
			current.cancel();
			over(this.call::cancelled);
		}
	}

	private boolean begins(String signal) {
		if (this.ended) {
			this.call.violation(signal + " after the end");
			return false;
		}
		long cancelled = this.cancelledAt;
		if (cancelled != 0) {
			if (this.cancelledInside || System.nanoTime() - cancelled > IN_FLIGHT_NANOS) {
				this.call.violation(signal + " after it was cancelled");
			}
			else {
				this.call.inFlight();
			}
			return false;
		}
		if (this.inside.getAndIncrement() != 0) {
			this.call.violation("two signals at once");
		}
		return true;
	}

	private void over(Runnable how) {
		if (this.over.compareAndSet(false, true)) {
			how.run();
			this.onOver.run();
		}
	}

}
