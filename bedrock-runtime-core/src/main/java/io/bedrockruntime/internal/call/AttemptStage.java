package io.bedrockruntime.internal.call;

import java.net.URI;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.internal.operation.MarshalledRequest;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Last stage: one attempt to send the request and to read its response. The
 * {@link SigningFilter} of the target's HTTP client signs the request right before it is
 * sent.
 */
final class AttemptStage implements CallStage {

	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private final ClientContext client;

	private volatile @Nullable Location latest;

	AttemptStage(ClientContext client) {
		this.client = client;
	}

	@Override
	public <P extends Publisher<?>> P apply(CallContext<P> call, CallChain next) {
		TargetAttempts attempts = call.targetAttempts();
		P response = call.responseType().exchange(prepare(attempts), attempts);
		return call.observation().inScope(call.operators(), response);
	}

	private WebClient.RequestBodySpec prepare(TargetAttempts attempts) {
		Attempt attempt = attempts.nextAttempt();
		MarshalledRequest request = attempt.request();
		if (this.client.isClosed()) {
			throw new BedrockRuntimeClientException(request.operation() + " failed: the client is closed", null);
		}
		// Only HTTP/2 lets a response begin before the request has ended.
		WebClient webClient = (request.messages() != null) ? this.client.http2Client().get()
				: attempts.target().webClient();
		WebClient.RequestBodySpec spec = webClient.method(request.method())
			.uri(uri(attempts.target(), request))
			.attribute(Attempt.ATTRIBUTE, attempt)
			.attribute(URI_TEMPLATE, request.template())
			.headers((headers) -> {
				request.signedHeaders().forEach(headers::set);
				headers.set(HttpHeaders.ACCEPT, request.accept());
			});
		attempts.retries().describe(attempt::addHeader);
		spec.body(attempt);
		return spec;
	}

	/**
	 * Return the URI of a request. An application has few different URIs. The last one is
	 * cached, because parsing takes a microsecond.
	 */
	private URI uri(CallTarget target, MarshalledRequest request) {
		Location location = this.latest;
		if (location == null || location.endpoint() != target.endpoint() || !location.path().equals(request.path())) {
			URI uri = URI.create(target.endpoint() + request.path());
			location = new Location(target.endpoint(), request.path(), uri);
			this.latest = location;
		}
		return location.uri();
	}

	/** A path at an endpoint. */
	private record Location(URI endpoint, String path, URI uri) {
	}

}
