package io.bedrockruntime;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.bedrockruntime.eventstream.EventStreamFlux;
import io.bedrockruntime.eventstream.EventStreamTimeouts;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Exchange of a request for an answer: sends, keeps the clocks, tells answers from
 * errors, names every fault, and tries again, here or elsewhere, where that is wanted.
 */
final class Exchange {

	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private static final String ERROR_TYPE = "x-amzn-errortype";

	private final Transport transport;

	private final CallClocks clocks;

	private volatile @Nullable Location latest;

	Exchange(Transport transport, CallClocks clocks) {
		this.transport = transport;
		this.clocks = clocks;
	}

	/**
	 * Return an exchange over the same connections with other clocks.
	 */
	Exchange withTimeouts(UnaryOperator<Timeouts> timeouts) {
		return new Exchange(this.transport, this.clocks.with(timeouts));
	}

	/**
	 * Exchange a request for a whole answer.
	 * @param <O> the type of answer
	 * @param invocation the request
	 * @param reader makes the answer of the body and what came with it
	 * @return the answer
	 */
	<O> Mono<O> forAnswer(Invocation invocation, BiFunction<byte[], ResponseMetadata, O> reader) {
		return this.transport.outcomes()
			.record(this.transport.observations()
				.ofAnswer(invocation, first(), (observation, context) -> route(invocation.in(context), observation)
					.forAnswer((stay) -> stay.attempts().forAnswer(() -> observation.inScope(attempt(stay, reader))))));
	}

	private CallRoute route(Invocation invocation, CallObservation observation) {
		Call call = new Call(invocation.operation(), this.clocks.of(invocation.modelId()), observation);
		return new CallRoute(call, invocation, this.transport.targets(), this.transport.retryPolicy());
	}

	private <O> Mono<O> attempt(Stay stay, BiFunction<byte[], ResponseMetadata, O> reader) {
		String operation = stay.call().operation();
		int limit = this.transport.maxResponseLength();
		return prepare(stay).exchangeToMono((response) -> {
			ResponseMetadata metadata = metadata(response, stay);
			if (isError(metadata)) {
				return error(stay, response, metadata);
			}
			long announced = response.headers().contentLength().orElse(-1);
			if (announced > limit) {
				return Exchange.<O>refuse(response, tooLong(operation)).next();
			}
			return BodyBytes
				.read(body(operation, response), announced, limit, () -> tooLong(operation),
						stay.call().timeouts().idle(), () -> silent(stay))
				.map((bytes) -> read(operation, bytes, metadata, reader));
		}).onErrorMap((ex) -> TransportFaults.beforeAnswer(operation, ex));
	}

	/**
	 * Exchange a request for a stream of events.
	 * @param <T> the type of event
	 * @param invocation the request
	 * @param readers makes a reader for each attempt
	 * @param onResponse takes note of the HTTP response before the first event, and once
	 * whatever the number of attempts
	 * @return the events
	 */
	<T> Flux<T> forStream(Invocation invocation, Supplier<? extends ServiceEventReader<T>> readers,
			Consumer<ResponseMetadata> onResponse) {
		return forStream(invocation, readers, onResponse, UnaryOperator.identity());
	}

	/**
	 * Exchange a request for a stream of events.
	 * @param <T> the type of event
	 * @param invocation the request
	 * @param readers makes a reader for each attempt
	 * @param onResponse takes note of the HTTP response before the first event, and once
	 * whatever the number of attempts
	 * @param binding binds the events to what else may end the call
	 * @return the events
	 */
	<T> Flux<T> forStream(Invocation invocation, Supplier<? extends ServiceEventReader<T>> readers,
			Consumer<ResponseMetadata> onResponse, UnaryOperator<Flux<T>> binding) {
		return this.transport.outcomes()
			.record(this.transport.observations()
				.ofStream(invocation, first(),
						(observation, context) -> binding
							.apply(route(invocation.in(context), observation).forStream((stay) -> stay.attempts()
								.forStream(() -> observation.inScope(attempt(stay, readers.get(), onResponse)))))));
	}

	private <T> Flux<T> attempt(Stay stay, ServiceEventReader<T> reader, Consumer<ResponseMetadata> onResponse) {
		Call call = stay.call();
		String operation = call.operation();
		EventStreamTimeouts clocks = new EventStreamTimeouts(call.timeouts().response(), call.timeouts().idle(),
				call.timeLeft());
		Flux<DataBuffer> body = prepare(stay).exchangeToFlux((response) -> {
			ResponseMetadata metadata = metadata(response, stay);
			if (isError(metadata)) {
				return this.<DataBuffer>error(stay, response, metadata).flux();
			}
			String contentType = metadata.header("content-type");
			if (contentType != null && !isEventStream(contentType)) {
				return noEventStream(stay, response, metadata, contentType);
			}
			reader.responded(metadata, stay.attempts()::beginDelivery);
			try {
				stay.attempts().announce(() -> announce(operation, metadata, onResponse));
			}
			catch (BedrockRuntimeException ex) {
				return refuse(response, ex);
			}
			return response.body(BodyExtractors.toDataBuffers())
				.onErrorMap((ex) -> TransportFaults.whileStreaming(operation, ex));
		}).onErrorMap((ex) -> TransportFaults.beforeAnswer(operation, ex));
		return EventStreamFlux.decode(body, () -> reader, this.transport.limits(), clocks);
	}

	/**
	 * Fail with the error that the answer has in place of a stream, if it has one. What
	 * says that it is short is waited for, and nothing else.
	 */
	private Flux<DataBuffer> noEventStream(Stay stay, ClientResponse response, ResponseMetadata metadata,
			String contentType) {
		String operation = stay.call().operation();
		if (response.headers().contentLength().orElse(Long.MAX_VALUE) > ServiceErrors.MAX_BODY_LENGTH) {
			return refuse(response, noEventStream(operation, contentType));
		}
		return BodyBytes
			.readStart(body(stay.call().operation(), response), ServiceErrors.MAX_BODY_LENGTH, idleClock(stay))
			.flatMapMany((start) -> {
				BedrockRuntimeException error = ServiceErrors.inAnswer(operation, metadata, start);
				return Flux.error((error != null) ? error : noEventStream(operation, contentType));
			});
	}

	private static InvalidResponseException noEventStream(String operation, String contentType) {
		return new InvalidResponseException(operation + " failed: the answer is no event stream but " + contentType,
				null);
	}

	private static void announce(String operation, ResponseMetadata metadata, Consumer<ResponseMetadata> onResponse) {
		try {
			onResponse.accept(metadata);
		}
		catch (RuntimeException ex) {
			throw new BedrockRuntimeClientException(
					operation + " failed: the consumer of its response threw an exception", ex);
		}
	}

	/**
	 * Return an exchange over the same connections that nobody observes or counts, and
	 * that sends each request once and to the client's own place.
	 */
	Exchange forProbes() {
		return new Exchange(this.transport.forProbes(), this.clocks);
	}

	/**
	 * Return the client's own place.
	 */
	Target first() {
		return this.transport.targets().first();
	}

	CallOutcomes outcomes() {
		return this.transport.outcomes().outcomes();
	}

	/**
	 * Refuse all further calls.
	 */
	void close() {
		this.transport.close();
	}

	private WebClient.RequestBodySpec prepare(Stay stay) {
		Attempt attempt = stay.nextAttempt();
		PreparedRequest request = attempt.request();
		if (this.transport.isClosed()) {
			throw new BedrockRuntimeClientException(request.operation() + " failed: the client is closed", null);
		}
		// Only HTTP/2 lets an answer begin before the request has ended.
		WebClient client = (request.messages() != null) ? this.transport.http2Client().get()
				: stay.target().webClient();
		WebClient.RequestBodySpec spec = client.method(request.method())
			.uri(uri(stay.target(), request))
			.attribute(Attempt.ATTRIBUTE, attempt)
			.attribute(URI_TEMPLATE, request.template())
			.headers((headers) -> {
				request.signedHeaders().forEach(headers::set);
				headers.set(HttpHeaders.ACCEPT, request.accept());
			});
		stay.attempts().describe(attempt::addHeader);
		spec.body(attempt);
		return spec;
	}

	/**
	 * Return where a request goes, of which an application has few: the last one is kept,
	 * as it takes a microsecond to parse.
	 */
	private URI uri(Target target, PreparedRequest request) {
		Location location = this.latest;
		if (location == null || location.endpoint() != target.endpoint() || !location.path().equals(request.path())) {
			URI uri = URI.create(target.endpoint() + request.path());
			location = new Location(target.endpoint(), request.path(), uri);
			this.latest = location;
		}
		return location.uri();
	}

	/**
	 * Whether the answer is an error, be it one that says at the same time that all is
	 * well.
	 */
	private static boolean isError(ResponseMetadata metadata) {
		int status = metadata.httpStatus();
		return status < 200 || status > 299 || metadata.header(ERROR_TYPE) != null;
	}

	private <O> Mono<O> error(Stay stay, ClientResponse response, ResponseMetadata metadata) {
		return BodyBytes
			.readStart(body(stay.call().operation(), response), ServiceErrors.MAX_BODY_LENGTH, idleClock(stay))
			.flatMap((body) -> Mono.error(ServiceErrors.ofResponse(stay.call().operation(), metadata, body)));
	}

	/**
	 * Fail without reading the body, which may have no end: it is cancelled, and the
	 * connection closed.
	 */
	private static <T> Flux<T> refuse(ClientResponse response, BedrockRuntimeException failure) {
		response.body(BodyExtractors.toDataBuffers())
			.onErrorComplete()
			.subscribe(DataBufferUtils.releaseConsumer())
			.dispose();
		return Flux.error(failure);
	}

	private InvalidResponseException tooLong(String operation) {
		return new InvalidResponseException(operation + " failed: the answer is longer than the limit of "
				+ this.transport.maxResponseLength() + " bytes", null);
	}

	private static boolean isEventStream(String contentType) {
		int parameters = contentType.indexOf(';');
		String type = (parameters >= 0) ? contentType.substring(0, parameters) : contentType;
		return type.strip().equalsIgnoreCase(RequestPreparer.EVENT_STREAM);
	}

	private static Flux<DataBuffer> body(String operation, ClientResponse response) {
		return response.body(BodyExtractors.toDataBuffers())
			.onErrorMap((ex) -> TransportFaults.whileReading(operation, ex));
	}

	private static UnaryOperator<Flux<Integer>> idleClock(Stay stay) {
		Duration idle = stay.call().timeouts().idle();
		return (idle == null) ? UnaryOperator.identity()
				: (reads) -> reads.timeout(idle, Mono.error(() -> silent(stay)));
	}

	private static IdleTimeoutException silent(Stay stay) {
		return new IdleTimeoutException(
				stay.call().operation() + " failed: the answer was silent for " + stay.call().timeouts().idle(), null);
	}

	private static <O> O read(String operation, byte[] body, ResponseMetadata metadata,
			BiFunction<byte[], ResponseMetadata, O> reader) {
		try {
			return reader.apply(body, metadata);
		}
		catch (JacksonException ex) {
			throw new InvalidResponseException(operation + " failed: the answer cannot be read",
					BedrockRuntimeJson.withoutContent(ex));
		}
	}

	private static ResponseMetadata metadata(ClientResponse response, Stay stay) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		Map<String, List<String>> values = new LinkedHashMap<>();
		headers.forEach(values::put);
		ResponseMetadata metadata = new ResponseMetadata(headers.getFirst("x-amzn-RequestId"),
				response.statusCode().value(), values, stay.call().attempts(), stay.describe());
		stay.answered(metadata);
		return metadata;
	}

	/** A path at an endpoint. */
	private record Location(URI endpoint, String path, URI uri) {
	}

}
