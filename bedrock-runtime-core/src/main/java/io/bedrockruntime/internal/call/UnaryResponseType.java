package io.bedrockruntime.internal.call;

import java.time.Duration;

import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.internal.PublisherOperators;
import io.bedrockruntime.internal.exception.TransportExceptionTranslator;
import io.bedrockruntime.internal.operation.UnaryOperation;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Unary response: one value, read from the complete body.
 *
 * @param <O> the type of value
 */
final class UnaryResponseType<O> extends ResponseType<Mono<O>> {

	private final UnaryOperation<?, O> operation;

	private final int maxLength;

	/**
	 * Create an instance.
	 * @param operation the operation
	 * @param maxLength the maximum length of a body, in bytes
	 */
	UnaryResponseType(UnaryOperation<?, O> operation, int maxLength) {
		super(PublisherOperators.mono());
		this.operation = operation;
		this.maxLength = maxLength;
	}

	@Override
	Mono<O> withinCallTimeout(Mono<O> attempts, CallContext<?> call) {
		Duration limit = call.timeLeft();
		return (limit == null) ? attempts : attempts.timeout(limit, Mono.error(call::timedOut));
	}

	@Override
	Mono<O> doOnSuccess(Mono<O> attempt, Runnable onSuccess) {
		return attempt.doOnSuccess((value) -> onSuccess.run());
	}

	@Override
	Mono<O> exchange(WebClient.RequestHeadersSpec<?> request, TargetAttempts attempts) {
		return request.exchangeToMono((response) -> read(ServiceResponse.of(response, attempts), attempts))
			.onErrorMap((ex) -> TransportExceptionTranslator.beforeResponse(this.operation.name(), ex));
	}

	private Mono<O> read(ServiceResponse response, TargetAttempts attempts) {
		if (response.isError()) {
			return response.error();
		}
		long announced = response.contentLength();
		if (announced > this.maxLength) {
			return response.<O>refuse(tooLong()).next();
		}
		return BodyAccumulator
			.read(response.body(), announced, this.maxLength, this::tooLong, attempts.call().timeouts().idle(),
					response::silent)
			.map((body) -> read(body, response.metadata()));
	}

	private O read(byte[] body, ResponseMetadata metadata) {
		try {
			return this.operation.read(body, metadata);
		}
		catch (JacksonException ex) {
			throw new InvalidResponseException(this.operation + " failed: the response cannot be read",
					BedrockRuntimeJson.withoutContent(ex));
		}
	}

	private InvalidResponseException tooLong() {
		return new InvalidResponseException(
				this.operation + " failed: the response is longer than the limit of " + this.maxLength + " bytes",
				null);
	}

}
