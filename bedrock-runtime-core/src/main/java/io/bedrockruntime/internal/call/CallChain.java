package io.bedrockruntime.internal.call;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.util.Assert;

/**
 * The remaining stages of a call, linked once for all calls of a client.
 */
final class CallChain {

	private static final CallChain END = new CallChain(null, null);

	private final @Nullable CallStage stage;

	private final @Nullable CallChain next;

	private CallChain(@Nullable CallStage stage, @Nullable CallChain next) {
		this.stage = stage;
		this.next = next;
	}

	/**
	 * Link stages.
	 * @param stages the stages, from the first to the last
	 * @return the chain, which begins with the first stage
	 */
	static CallChain of(List<CallStage> stages) {
		CallChain chain = END;
		for (int i = stages.size() - 1; i >= 0; i--) {
			chain = new CallChain(stages.get(i), chain);
		}
		return chain;
	}

	/**
	 * Assemble the stages for a call.
	 */
	<P extends Publisher<?>> P proceed(CallContext<P> call) {
		Assert.state(this.stage != null && this.next != null, "The last stage must not proceed");
		return this.stage.apply(call, this.next);
	}

}
