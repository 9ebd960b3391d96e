package io.bedrockruntime.internal.signing;

import java.nio.ByteBuffer;
import java.util.Map;

import io.bedrockruntime.identity.ResolvedIdentity;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Strategy that authenticates a request.
 *
 * @since 0.1.0
 */
public interface RequestSigner {

	/**
	 * Sign a request.
	 * @param request the request as it is sent
	 * @return the headers to add to the request; fails with a
	 * {@code CredentialsException} or {@code SigningException}
	 */
	Mono<Map<String, String>> sign(RequestToSign request);

	/**
	 * Sign a request whose body is an event stream, and each message of the stream.
	 * @param request the request as it is sent; its body is ignored
	 * @param messages the messages to send, each of them one complete encoded message
	 * @return the headers to add to the request and the body to send; fails with a
	 * {@code CredentialsException} or {@code SigningException}
	 */
	Mono<SignedEventStream> signEventStream(RequestToSign request, Publisher<ByteBuffer> messages);

	/**
	 * Handle an error response to a signed request. If the service has rejected the date
	 * of the signature, the service's date is used from now on. If the service does not
	 * know the identity, or no longer accepts it, the provider of the identity is called
	 * again. All other errors are ignored.
	 * @param rejection the error
	 * @return whether the reason for the rejection has changed, so that the request may
	 * be signed and sent again; never fails, and is false by default
	 */
	default Mono<Boolean> handleRejection(SigningRejection rejection) {
		return Mono.just(false);
	}

	/**
	 * Resolve the identity as for a request: a cached identity is used until it expires,
	 * otherwise the provider is called once for all waiting callers.
	 * @return the description of the identity; fails with a {@code CredentialsException}
	 */
	Mono<ResolvedIdentity> resolveIdentity();

	/**
	 * Return the description of the identity that was resolved last, without resolving
	 * one.
	 * @return the description, or {@code null} if no identity was resolved yet
	 */
	@Nullable ResolvedIdentity currentIdentity();

}
