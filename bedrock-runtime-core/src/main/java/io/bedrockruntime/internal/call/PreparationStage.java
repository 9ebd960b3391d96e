package io.bedrockruntime.internal.call;

import io.bedrockruntime.internal.operation.RequestMetadataContributor;
import org.reactivestreams.Publisher;

/**
 * Stage that completes a request and resolves the timeouts of its call. It is below the
 * observation, as request metadata may name the current trace.
 */
final class PreparationStage implements CallStage {

	private final RequestMetadataContributor metadata;

	private final TimeoutResolver timeouts;

	PreparationStage(RequestMetadataContributor metadata, TimeoutResolver timeouts) {
		this.metadata = metadata;
		this.timeouts = timeouts;
	}

	@Override
	public <P extends Publisher<?>> P apply(CallContext<P> call, CallChain next) {
		if (this.metadata.contributesTo(call.request().operation())) {
			return call.operators().deferContextual((context) -> {
				call.replaceRequest(this.metadata.addTo(call.request(), context));
				return proceed(call, next);
			});
		}
		return proceed(call, next);
	}

	private <P extends Publisher<?>> P proceed(CallContext<P> call, CallChain next) {
		call.begin(this.timeouts.of(call.request().modelId()));
		return call.responseType().bindToRequest(next.proceed(call));
	}

}
