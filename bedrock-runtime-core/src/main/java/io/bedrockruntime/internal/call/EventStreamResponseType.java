package io.bedrockruntime.internal.call;

import java.util.function.Consumer;

import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.internal.PublisherOperators;
import io.bedrockruntime.internal.event.ServiceEventReader;
import io.bedrockruntime.internal.eventstream.EventStreamFlux;
import io.bedrockruntime.internal.eventstream.EventStreamTimeouts;
import io.bedrockruntime.internal.exception.TransportExceptionTranslator;
import io.bedrockruntime.internal.operation.BidirectionalInput;
import io.bedrockruntime.internal.operation.StreamOperation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Stream of events, decoded while the body of the response arrives.
 *
 * @param <T> the type of event
 * @param <R> the type of the response without its stream
 */
final class EventStreamResponseType<T, R> extends ResponseType<Flux<T>> {

	private final StreamOperation<?, T, R> operation;

	private final Consumer<R> onResponse;

	private final @Nullable BidirectionalInput input;

	private final EventStreamLimits limits;

	/**
	 * Create an instance.
	 * @param operation the operation
	 * @param onResponse receives the response without its stream before the first event,
	 * once regardless of the number of attempts
	 * @param input the input events, or {@code null} for none
	 * @param limits limits of the decoding
	 */
	EventStreamResponseType(StreamOperation<?, T, R> operation, Consumer<R> onResponse,
			@Nullable BidirectionalInput input, EventStreamLimits limits) {
		super(PublisherOperators.flux());
		this.operation = operation;
		this.onResponse = onResponse;
		this.input = input;
		this.limits = limits;
	}

	@Override
	Flux<T> bindToRequest(Flux<T> response) {
		return (this.input != null) ? this.input.bind(response) : response;
	}

	/**
	 * Return the attempts unchanged: each attempt applies the rest of the timeout itself,
	 * because a timer of the stream costs less than an operator.
	 */
	@Override
	Flux<T> withinCallTimeout(Flux<T> attempts, CallContext<?> call) {
		return attempts;
	}

	/**
	 * Return the attempt unchanged: it counts as a success from its first event on.
	 */
	@Override
	Flux<T> doOnSuccess(Flux<T> attempt, Runnable onSuccess) {
		return attempt;
	}

	@Override
	Flux<T> exchange(WebClient.RequestHeadersSpec<?> request, TargetAttempts attempts) {
		CallContext<?> call = attempts.call();
		EventStreamTimeouts timeouts = new EventStreamTimeouts(call.timeouts().response(), call.timeouts().idle(),
				call.timeLeft());
		ServiceEventReader<T> reader = this.operation.newReader();
		Flux<DataBuffer> body = request
			.exchangeToFlux((response) -> body(ServiceResponse.of(response, attempts), attempts, reader))
			.onErrorMap((ex) -> TransportExceptionTranslator.beforeResponse(this.operation.name(), ex));
		return EventStreamFlux.decode(body, () -> reader, this.limits, timeouts);
	}

	private Flux<DataBuffer> body(ServiceResponse response, TargetAttempts attempts, ServiceEventReader<T> reader) {
		if (response.isError()) {
			return response.<DataBuffer>error().flux();
		}
		if (!response.isEventStream()) {
			return response.notAnEventStream();
		}
		reader.responded(response.metadata(), attempts.retries()::beginDelivery);
		try {
			attempts.retries().announce(() -> announce(response));
		}
		catch (BedrockRuntimeException ex) {
			return response.refuse(ex);
		}
		return response.streamedBody();
	}

	private void announce(ServiceResponse response) {
		try {
			this.onResponse.accept(this.operation.response(response.metadata()));
		}
		catch (RuntimeException ex) {
			throw new BedrockRuntimeClientException(
					this.operation + " failed: the consumer of its response threw an exception", ex);
		}
	}

}
