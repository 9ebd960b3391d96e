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
 * Selects the targets of a call, and skips for a while those that failed.
 */
public final class TargetSelector {

	private final List<CallTarget> all;

	private final long coolDown;

	private final Consumer<FailoverEvent> listener;

	private final LongSupplier nanoTime;

	/** End of the cool-down of each target that failed. */
	private final Map<CoolDown, Long> cooling = new ConcurrentHashMap<>();

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
	 * Return the first target only, without spans and metrics of its HTTP requests.
	 */
	TargetSelector forProbes() {
		return new TargetSelector(List.of(first().unobserved()), Duration.ofNanos(this.coolDown), this.listener,
				this.nanoTime);
	}

	/**
	 * Return the targets for a request in the order to try them: first those that have
	 * not failed recently, then the rest.
	 * @param call the call
	 */
	List<CallTarget> forRequest(OperationCall<?> call) {
		if (this.all.size() == 1 || !call.operation().failsOver()) {
			return List.of(first());
		}
		List<CallTarget> good = new ArrayList<>();
		List<CallTarget> rest = new ArrayList<>();
		for (CallTarget target : this.all) {
			if (target.isFor(call.modelId())) {
				(isCooling(target, call.resource()) ? rest : good).add(target);
			}
		}
		good.addAll(rest);
		return good;
	}

	/**
	 * Skip a target for a while.
	 * @param target the target
	 * @param resource the resource that is not available there, or {@code null} for all
	 * of them
	 */
	void coolDown(CallTarget target, @Nullable String resource) {
		long now = this.nanoTime.getAsLong();
		// Removes expired entries, so that the map holds recent failures only.
		this.cooling.values().removeIf((until) -> until - now <= 0);
		this.cooling.put(new CoolDown(target.number(), resource), now + this.coolDown);
	}

	/**
	 * Notify the listener of a failover. An exception of the listener does not fail the
	 * call.
	 */
	void notifyListener(FailoverEvent event) {
		try {
			this.listener.accept(event);
		}
		catch (RuntimeException ex) {
			event.failure().addSuppressed(ex);
		}
	}

	private boolean isCooling(CallTarget target, String resource) {
		return !this.cooling.isEmpty() && (isCooling(new CoolDown(target.number(), null))
				|| isCooling(new CoolDown(target.number(), resource)));
	}

	private boolean isCooling(CoolDown coolDown) {
		Long until = this.cooling.get(coolDown);
		return until != null && until - this.nanoTime.getAsLong() > 0;
	}

	private record CoolDown(int target, @Nullable String resource) {
	}

}
