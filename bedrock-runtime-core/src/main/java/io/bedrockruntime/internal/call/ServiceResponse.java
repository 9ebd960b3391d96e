package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.internal.exception.ServiceExceptionTranslator;
import io.bedrockruntime.internal.exception.TransportExceptionTranslator;
import io.bedrockruntime.model.ResponseMetadata;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * HTTP response to one attempt, whose body is not read yet.
 */
final class ServiceResponse {

	private static final String ERROR_TYPE = "x-amzn-errortype";

	private static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

	private final ClientResponse response;

	private final CallContext<?> call;

	private final ResponseMetadata metadata;

	private ServiceResponse(ClientResponse response, CallContext<?> call, ResponseMetadata metadata) {
		this.response = response;
		this.call = call;
		this.metadata = metadata;
	}

	/**
	 * Record the HTTP response to the current attempt.
	 */
	static ServiceResponse of(ClientResponse response, TargetAttempts attempts) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		Map<String, List<String>> values = new LinkedHashMap<>();
		headers.forEach(values::put);
		ResponseMetadata metadata = new ResponseMetadata(headers.getFirst("x-amzn-RequestId"),
				response.statusCode().value(), values, attempts.call().attempts(), attempts.describe());
		attempts.responded(metadata);
		return new ServiceResponse(response, attempts.call(), metadata);
	}

	ResponseMetadata metadata() {
		return this.metadata;
	}

	/**
	 * Return whether this is an error, possibly with a status of success.
	 */
	boolean isError() {
		int status = this.metadata.httpStatus();
		return status < 200 || status > 299 || this.metadata.header(ERROR_TYPE) != null;
	}

	/**
	 * Return whether the body is an event stream. A response without a content type is
	 * assumed to be one.
	 */
	boolean isEventStream() {
		String contentType = this.metadata.header("content-type");
		if (contentType == null) {
			return true;
		}
		int parameters = contentType.indexOf(';');
		String type = (parameters >= 0) ? contentType.substring(0, parameters) : contentType;
		return type.strip().equalsIgnoreCase(EVENT_STREAM);
	}

	/**
	 * Return the declared length of the body, or -1.
	 */
	long contentLength() {
		return this.response.headers().contentLength().orElse(-1);
	}

	/**
	 * Return the body of a unary response.
	 */
	Flux<DataBuffer> body() {
		return this.response.body(BodyExtractors.toDataBuffers())
			.onErrorMap((ex) -> TransportExceptionTranslator.whileReading(this.call.operation(), ex));
	}

	/**
	 * Return the body of a stream.
	 */
	Flux<DataBuffer> streamedBody() {
		return this.response.body(BodyExtractors.toDataBuffers())
			.onErrorMap((ex) -> TransportExceptionTranslator.whileStreaming(this.call.operation(), ex));
	}

	/**
	 * Read the body of an error and fail with it.
	 */
	<T> Mono<T> error() {
		return BodyAccumulator.readStart(body(), ServiceExceptionTranslator.MAX_BODY_LENGTH, idleTimeout())
			.flatMap((body) -> Mono
				.error(ServiceExceptionTranslator.ofResponse(this.call.operation(), this.metadata, body)));
	}

	/**
	 * Fail with the error that the response contains instead of a stream, if any. Only a
	 * body with a short declared length is read.
	 */
	Flux<DataBuffer> notAnEventStream() {
		InvalidResponseException failure = new InvalidResponseException(this.call.operation()
				+ " failed: the response is not an event stream but " + this.metadata.header("content-type"), null);
		if (this.response.headers()
			.contentLength()
			.orElse(Long.MAX_VALUE) > ServiceExceptionTranslator.MAX_BODY_LENGTH) {
			return refuse(failure);
		}
		return BodyAccumulator.readStart(body(), ServiceExceptionTranslator.MAX_BODY_LENGTH, idleTimeout())
			.flatMapMany((start) -> {
				BedrockRuntimeException error = ServiceExceptionTranslator.inResponse(this.call.operation(),
						this.metadata, start);
				return Flux.error((error != null) ? error : failure);
			});
	}

	/**
	 * Fail without reading the body, which may be endless: it is cancelled, and the
	 * connection is closed.
	 */
	<T> Flux<T> refuse(BedrockRuntimeException failure) {
		this.response.body(BodyExtractors.toDataBuffers())
			.onErrorComplete()
			.subscribe(DataBufferUtils.releaseConsumer())
			.dispose();
		return Flux.error(failure);
	}

	/**
	 * Return the failure for an expired idle timeout.
	 */
	IdleTimeoutException silent() {
		return new IdleTimeoutException(
				this.call.operation() + " failed: the response was silent for " + this.call.timeouts().idle(), null);
	}

	private UnaryOperator<Flux<Integer>> idleTimeout() {
		Duration idle = this.call.timeouts().idle();
		return (idle == null) ? UnaryOperator.identity() : (reads) -> reads.timeout(idle, Mono.error(this::silent));
	}

}
