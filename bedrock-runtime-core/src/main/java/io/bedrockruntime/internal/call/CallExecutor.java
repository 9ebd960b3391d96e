package io.bedrockruntime.internal.call;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.bedrockruntime.event.CallOutcomes;
import io.bedrockruntime.internal.operation.BidirectionalInput;
import io.bedrockruntime.internal.operation.Operation;
import io.bedrockruntime.internal.operation.OperationCall;
import io.bedrockruntime.internal.operation.RequestDefaultsApplier;
import io.bedrockruntime.internal.operation.StreamOperation;
import io.bedrockruntime.internal.operation.UnaryOperation;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Executes the calls of a client. The life of a call is the list of stages in
 * {@link CallPipeline}.
 */
public final class CallExecutor {

	private final ClientContext client;

	private final TimeoutResolver timeouts;

	private final CallChain stages;

	public CallExecutor(ClientContext client, TimeoutResolver timeouts) {
		this.client = client;
		this.timeouts = timeouts;
		this.stages = CallPipeline.of(client, timeouts);
	}

	/**
	 * Call an operation whose response is one value.
	 * @param <I> the type of request
	 * @param <O> the type of response
	 * @param operation the operation
	 * @param request the request
	 * @return the response; each subscription is a call
	 */
	public <I, O> Mono<O> execute(UnaryOperation<I, O> operation, I request) {
		return Mono.defer(() -> execute(operation, request, null,
				new UnaryResponseType<>(operation, this.client.maxResponseLength())));
	}

	/**
	 * Call an operation whose response is a stream of events.
	 * @param <I> the type of request
	 * @param <T> the type of event
	 * @param <R> the type of the response without its stream
	 * @param operation the operation
	 * @param request the request
	 * @param onResponse receives the response without its stream before the first event,
	 * once regardless of the number of attempts
	 * @return the events; each subscription is a call
	 */
	public <I, T, R> Flux<T> execute(StreamOperation<I, T, R> operation, I request, Consumer<R> onResponse) {
		return Flux.defer(() -> execute(operation, request, null,
				new EventStreamResponseType<>(operation, onResponse, null, this.client.limits())));
	}

	/**
	 * Call an operation with a stream of events in both directions.
	 * @param <I> the type of request
	 * @param <T> the type of event
	 * @param <R> the type of the response without its stream
	 * @param operation the operation
	 * @param request the request
	 * @param input the input events
	 * @param onResponse receives the response without its stream before the first event
	 * @return the events
	 */
	public <I, T, R> Flux<T> execute(StreamOperation<I, T, R> operation, I request, BidirectionalInput input,
			Consumer<R> onResponse) {
		return execute(operation, request, input,
				new EventStreamResponseType<>(operation, onResponse, input, this.client.limits()));
	}

	private <I, P extends Publisher<?>> P execute(Operation<I> operation, I request, @Nullable BidirectionalInput input,
			ResponseType<P> responseType) {
		RequestDefaultsApplier defaults = this.client.defaults();
		OperationCall<I> call = new OperationCall<>(operation, defaults.applyTo(operation, request),
				(input != null) ? input.messages() : null);
		return this.stages.proceed(new CallContext<>(call, responseType));
	}

	/**
	 * Return an executor over the same connections with other timeouts.
	 */
	public CallExecutor withTimeouts(UnaryOperator<Timeouts> timeouts) {
		return new CallExecutor(this.client, this.timeouts.with(timeouts));
	}

	/**
	 * Return an executor over the same connections whose calls are not observed, not
	 * counted, sent once, and sent to the client's own target only.
	 */
	public CallExecutor forProbes() {
		return new CallExecutor(this.client.forProbes(), this.timeouts);
	}

	/**
	 * Return the defaults of the client.
	 */
	public RequestDefaultsApplier defaults() {
		return this.client.defaults();
	}

	/**
	 * Return the client's own target.
	 */
	public CallTarget first() {
		return this.client.targets().first();
	}

	public CallOutcomes outcomes() {
		return this.client.outcomes().outcomes();
	}

	/**
	 * Refuse all further calls.
	 */
	public void close() {
		this.client.close();
	}

}
