package io.bedrockruntime;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamClocks;
import io.bedrockruntime.eventstream.EventStreamFlux;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
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
 * Exchange of a prepared request for an answer: sends, keeps the clocks, tells answers
 * from errors, names every fault, and tries again where that is wanted.
 */
final class Exchange {

	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private final WebClient webClient;

	private final Supplier<WebClient> http2Client;

	private final URI endpoint;

	private final Timeouts timeouts;

	private final EventStreamLimits limits;

	private final int maxResponseLength;

	private final RetryPolicy retryPolicy;

	private volatile boolean closed;

	Exchange(WebClient webClient, Supplier<WebClient> http2Client, URI endpoint, Timeouts timeouts,
			EventStreamLimits limits, int maxResponseLength, Retries retries) {
		this.webClient = webClient;
		this.http2Client = http2Client;
		this.endpoint = endpoint;
		this.timeouts = timeouts;
		this.limits = limits;
		this.maxResponseLength = maxResponseLength;
		this.retryPolicy = new RetryPolicy(retries, timeouts.call());
	}

	/**
	 * Exchange a request for a whole answer.
	 * @param <O> the type of answer
	 * @param request the request
	 * @param reader makes the answer of the body and what came with it
	 * @return the answer
	 */
	<O> Mono<O> forAnswer(PreparedRequest request, BiFunction<byte[], ResponseMetadata, O> reader) {
		return Mono.defer(() -> {
			CallAttempts call = this.retryPolicy.begin(request.operation(), true);
			return call.forAnswer(() -> attempt(request, call, reader));
		});
	}

	private <O> Mono<O> attempt(PreparedRequest request, CallAttempts call,
			BiFunction<byte[], ResponseMetadata, O> reader) {
		String operation = request.operation();
		return prepare(request, call).exchangeToMono((response) -> {
			ResponseMetadata metadata = metadata(response, call);
			if (!response.statusCode().is2xxSuccessful()) {
				return error(operation, response, metadata);
			}
			long announced = response.headers().contentLength().orElse(-1);
			if (announced > this.maxResponseLength) {
				return Exchange.<O>refuse(response, tooLong(operation)).next();
			}
			return BodyBytes
				.read(body(operation, response), announced, this.maxResponseLength, () -> tooLong(operation))
				.map((bytes) -> read(operation, bytes, metadata, reader));
		}).onErrorMap((ex) -> TransportFaults.beforeAnswer(operation, ex));
	}

	/**
	 * Exchange a request for a stream of events.
	 * @param <T> the type of event
	 * @param request the request
	 * @param readers makes a reader for each subscription
	 * @param onResponse takes note of the HTTP response before the first event, and once
	 * whatever the number of attempts
	 * @return the events
	 */
	<T> Flux<T> forStream(PreparedRequest request, Supplier<? extends ServiceEventReader<T>> readers,
			Consumer<ResponseMetadata> onResponse) {
		return Flux.defer(() -> {
			CallAttempts call = this.retryPolicy.begin(request.operation(), request.messages() == null);
			return call.forStream(() -> attempt(request, call, readers.get(), onResponse));
		});
	}

	private <T> Flux<T> attempt(PreparedRequest request, CallAttempts call, ServiceEventReader<T> reader,
			Consumer<ResponseMetadata> onResponse) {
		String operation = request.operation();
		EventStreamClocks clocks = new EventStreamClocks(this.timeouts.response(), this.timeouts.idle(),
				call.timeLeft());
		Flux<DataBuffer> body = prepare(request, call).exchangeToFlux((response) -> {
			ResponseMetadata metadata = metadata(response, call);
			if (!response.statusCode().is2xxSuccessful()) {
				return this.<DataBuffer>error(operation, response, metadata).flux();
			}
			String contentType = metadata.header("content-type");
			if (contentType != null && !isEventStream(contentType)) {
				return refuse(response, new InvalidResponseException(
						operation + " failed: the answer is no event stream but " + contentType, null));
			}
			reader.responded(metadata, call::beginDelivery);
			try {
				call.announce(() -> announce(operation, metadata, onResponse));
			}
			catch (BedrockRuntimeException ex) {
				return refuse(response, ex);
			}
			return response.body(BodyExtractors.toDataBuffers())
				.onErrorMap((ex) -> TransportFaults.whileStreaming(operation, ex));
		}).onErrorMap((ex) -> TransportFaults.beforeAnswer(operation, ex));
		return EventStreamFlux.decode(body, () -> reader, this.limits, clocks);
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
	 * Refuse all further calls.
	 */
	void close() {
		this.closed = true;
		this.retryPolicy.close();
	}

	private WebClient.RequestBodySpec prepare(PreparedRequest request, CallAttempts call) {
		if (this.closed) {
			throw new BedrockRuntimeClientException(request.operation() + " failed: the client is closed", null);
		}
		// Only HTTP/2 lets an answer begin before the request has ended.
		WebClient client = (request.messages() != null) ? this.http2Client.get() : this.webClient;
		WebClient.RequestBodySpec spec = client.method(request.method())
			.uri(URI.create(this.endpoint + request.path()))
			.attribute(PreparedRequest.ATTRIBUTE, request)
			.attribute(URI_TEMPLATE, request.template())
			.headers((headers) -> {
				request.signedHeaders().forEach(headers::set);
				headers.set(HttpHeaders.ACCEPT, request.accept());
				call.describe(headers::set);
				if (request.hasBody()) {
					headers.setContentLength(request.body().length);
				}
			});
		spec.body(request);
		return spec;
	}

	private <O> Mono<O> error(String operation, ClientResponse response, ResponseMetadata metadata) {
		return BodyBytes.readStart(body(operation, response), ServiceErrors.MAX_BODY_LENGTH)
			.flatMap((body) -> Mono.error(ServiceErrors.ofResponse(operation, metadata, body)));
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
		return new InvalidResponseException(
				operation + " failed: the answer is longer than the limit of " + this.maxResponseLength + " bytes",
				null);
	}

	private static boolean isEventStream(String contentType) {
		int parameters = contentType.indexOf(';');
		String type = (parameters >= 0) ? contentType.substring(0, parameters) : contentType;
		return type.strip().equalsIgnoreCase(RequestPreparer.EVENT_STREAM);
	}

	private Flux<DataBuffer> body(String operation, ClientResponse response) {
		Flux<DataBuffer> body = response.body(BodyExtractors.toDataBuffers())
			.onErrorMap((ex) -> TransportFaults.whileReading(operation, ex));
		Duration idle = this.timeouts.idle();
		return (idle == null) ? body : body.timeout(idle, Mono
			.error(() -> new IdleTimeoutException(operation + " failed: the answer was silent for " + idle, null)));
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

	private static ResponseMetadata metadata(ClientResponse response, CallAttempts call) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		Map<String, List<String>> values = new LinkedHashMap<>();
		headers.forEach(values::put);
		ResponseMetadata metadata = new ResponseMetadata(headers.getFirst("x-amzn-RequestId"),
				response.statusCode().value(), values, call.number());
		call.answered(metadata);
		return metadata;
	}

}
