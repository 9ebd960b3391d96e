package io.bedrockruntime.internal.call;

import org.reactivestreams.Publisher;

/**
 * Stage of the life of a call. A stage is shared by all calls of a client; what belongs
 * to one call is in its {@link CallContext}.
 *
 * @see CallPipeline
 */
interface CallStage {

	/**
	 * Assemble this stage and those after it for a call.
	 * @param <P> {@code Mono} for a unary response, {@code Flux} for a stream of events
	 * @param call the call
	 * @param next the stages after this one
	 * @return the response
	 */
	<P extends Publisher<?>> P apply(CallContext<P> call, CallChain next);

}
