package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.bedrockruntime.event.FailoverEvent;
import io.bedrockruntime.internal.operation.OperationCall;
import org.jspecify.annotations.Nullable;

/**
 * The places that a client sends requests to, and which of them are passed over for now.
 */
public final class TargetSelector {

	private final List<CallTarget> all;

	private final long coolDown;

	private final Consumer<FailoverEvent> listener;

	private final LongSupplier nanoTime;

	/** When a place that failed is good again. */
	private final Map<Place, Long> cooling = new ConcurrentHashMap<>();

	public TargetSelector(List<CallTarget> all, Duration coolDown, Consumer<FailoverEvent> listener,
			LongSupplier nanoTime) {
		this.all = List.copyOf(all);
		this.coolDown = coolDown.toNanos();
		this.listener = listener;
		this.nanoTime = nanoTime;
	}

	CallTarget first() {
		return this.all.get(0);
	}

	/**
	 * Return the first one only, without spans and metrics of what is sent to it.
	 */
	TargetSelector forProbes() {
		return new TargetSelector(List.of(first().unobserved()), Duration.ofNanos(this.coolDown), this.listener,
				this.nanoTime);
	}

	/**
	 * Return where to send a request, one after the other: first what has not failed of
	 * late, then the rest, as nothing better is left then.
	 * @param invocation the request
	 */
	List<CallTarget> forRequest(OperationCall invocation) {
		if (this.all.size() == 1 || !invocation.movable()) {
			return List.of(first());
		}
		List<CallTarget> good = new ArrayList<>();
		List<CallTarget> rest = new ArrayList<>();
		for (CallTarget target : this.all) {
			if (target.isFor(invocation.modelId())) {
				(isCooling(target, invocation.resource()) ? rest : good).add(target);
			}
		}
		good.addAll(rest);
		return good;
	}

	/**
	 * Pass over a place for a while.
	 * @param target the place
	 * @param resource what is not to be had there, or {@code null} for nothing at all
	 */
	void coolDown(CallTarget target, @Nullable String resource) {
		long now = this.nanoTime.getAsLong();
		// What is over goes, so that there are no more than there were failures of late.
		this.cooling.values().removeIf((until) -> until - now <= 0);
		this.cooling.put(new Place(target.number(), resource), now + this.coolDown);
	}

	/**
	 * Tell that a call goes on in another place. Whoever listens cannot break the call.
	 */
	void tell(FailoverEvent event) {
		try {
			this.listener.accept(event);
		}
		catch (RuntimeException ex) {
			event.failure().addSuppressed(ex);
		}
	}

	private boolean isCooling(CallTarget target, String resource) {
		return !this.cooling.isEmpty()
				&& (isCooling(new Place(target.number(), null)) || isCooling(new Place(target.number(), resource)));
	}

	private boolean isCooling(Place place) {
		Long until = this.cooling.get(place);
		return until != null && until - this.nanoTime.getAsLong() > 0;
	}

	private record Place(int target, @Nullable String resource) {
	}

}
