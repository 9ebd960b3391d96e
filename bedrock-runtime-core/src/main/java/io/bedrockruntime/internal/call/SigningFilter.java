package io.bedrockruntime.internal.call;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.internal.operation.MarshalledRequest;
import io.bedrockruntime.internal.signing.RequestSigner;
import io.bedrockruntime.internal.signing.RequestToSign;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * The innermost filter. It signs a request after the application's filters have run and
 * immediately before the request is sent, so that nothing changes afterwards.
 */
public final class SigningFilter implements ExchangeFilterFunction {

	private final RequestSigner signer;

	private final Set<String> suppressedHeaders;

	/**
	 * Create an instance.
	 * @param suppressedHeaders the headers to remove before a request is sent
	 */
	public SigningFilter(RequestSigner signer, Set<String> suppressedHeaders) {
		this.signer = signer;
		this.suppressedHeaders = suppressedHeaders;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		Attempt attempt = (Attempt) request.attribute(Attempt.ATTRIBUTE).orElse(null);
		Assert.state(attempt != null, "Request was not prepared by this client");
		return ResponseTimeout.around(sign(request, attempt).flatMap((signed) -> next.exchange(request)), attempt);
	}

	private Mono<Attempt> sign(ClientRequest request, Attempt attempt) {
		Publisher<ByteBuffer> messages = attempt.request().messages();
		RequestToSign toSign = toSign(request, attempt);
		if (messages == null) {
			return this.signer.sign(toSign).map((headers) -> {
				attempt.signed(headers, this.suppressedHeaders, null);
				return attempt;
			});
		}
		return this.signer.signEventStream(toSign, messages).map((signed) -> {
			attempt.signed(signed.headers(), this.suppressedHeaders, signed.body());
			return attempt;
		});
	}

	private static RequestToSign toSign(ClientRequest request, Attempt attempt) {
		MarshalledRequest prepared = attempt.request();
		Map<String, String> headers = prepared.signedHeaders();
		headers.forEach((name, value) -> check(prepared, "header '" + name + "'",
				List.of(value).equals(request.headers().get(name))));
		check(prepared, "header 'host'", !request.headers().containsHeader(HttpHeaders.HOST));
		check(prepared, "the body", request.body() == attempt);
		return new RequestToSign(request.method().name(), request.url(), headers, prepared.body());
	}

	private static void check(MarshalledRequest prepared, String what, boolean unchanged) {
		if (!unchanged) {
			throw new SigningException(
					prepared.operation() + " failed: a filter must not change " + what + ", which is signed", null);
		}
	}

}
