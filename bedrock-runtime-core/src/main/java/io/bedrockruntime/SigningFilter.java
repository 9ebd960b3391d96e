package io.bedrockruntime;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.signing.RequestSigner;
import io.bedrockruntime.signing.RequestToSign;
import io.bedrockruntime.signing.SignedEventStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * The innermost filter: signs what the application's own filters made of a request, right
 * before it is sent, so that nothing changes afterwards.
 */
final class SigningFilter implements ExchangeFilterFunction {

	private final RequestSigner signer;

	private final @Nullable Duration responseTimeout;

	SigningFilter(RequestSigner signer, @Nullable Duration responseTimeout) {
		this.signer = signer;
		this.responseTimeout = responseTimeout;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		PreparedRequest prepared = (PreparedRequest) request.attribute(PreparedRequest.ATTRIBUTE).orElse(null);
		Assert.state(prepared != null, "Request was not prepared by this client");
		Mono<ClientResponse> response = sign(request, prepared).flatMap(next::exchange);
		if (this.responseTimeout == null || prepared.streaming()) {
			// A stream's clock waits for its first event and not for its headers.
			return response;
		}
		// Around the signing as well: a provider of credentials may never answer either.
		return response.timeout(this.responseTimeout, Mono.error(() -> new ResponseTimeoutException(
				prepared.operation() + " failed: no answer within " + this.responseTimeout, null)));
	}

	private Mono<ClientRequest> sign(ClientRequest request, PreparedRequest prepared) {
		RequestToSign toSign = toSign(request, prepared);
		if (prepared.messages() == null) {
			return this.signer.sign(toSign).map((headers) -> with(request, headers).build());
		}
		return this.signer.signEventStream(toSign, prepared.messages())
			.map((signed) -> with(request, signed.headers()).body((message, context) -> write(message, signed))
				.build());
	}

	private static ClientRequest.Builder with(ClientRequest request, Map<String, String> headers) {
		return ClientRequest.from(request).headers((target) -> headers.forEach(target::set));
	}

	/**
	 * Write each message at once, as the other side may wait for it before it goes on.
	 */
	private static Mono<Void> write(ReactiveHttpOutputMessage message, SignedEventStream signed) {
		return message
			.writeAndFlushWith(Flux.from(signed.body()).map((bytes) -> Mono.just(message.bufferFactory().wrap(bytes))));
	}

	private static RequestToSign toSign(ClientRequest request, PreparedRequest prepared) {
		Map<String, String> headers = prepared.signedHeaders();
		headers.forEach((name, value) -> check(prepared, "header '" + name + "'",
				List.of(value).equals(request.headers().get(name))));
		check(prepared, "header 'host'", !request.headers().containsHeader(HttpHeaders.HOST));
		check(prepared, "the body", request.body() == prepared);
		return new RequestToSign(request.method().name(), request.url(), headers, prepared.body());
	}

	private static void check(PreparedRequest prepared, String what, boolean unchanged) {
		if (!unchanged) {
			throw new SigningException(
					prepared.operation() + " failed: a filter must not change " + what + ", which is signed", null);
		}
	}

}
