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
	 * @param request the request as it goes out
	 * @return the headers to add to it; fails with a {@code CredentialsException} or
	 * {@code SigningException}
	 */
	Mono<Map<String, String>> sign(RequestToSign request);

	/**
	 * Sign a request whose body is an event stream, and each message of that.
	 * @param request the request as it goes out, whose body does not count
	 * @param messages the messages to send, each of them one whole encoded message
	 * @return the headers to add to it and the body to send; fails with a
	 * {@code CredentialsException} or {@code SigningException}
	 */
	Mono<SignedEventStream> signEventStream(RequestToSign request, Publisher<ByteBuffer> messages);

	/**
	 * Take note that the service answered a signed request with an error. If it did so
	 * for the signature's date, the service's date is used from now on; if it did so
	 * because it does not know the identity, or not any more, the source of the identity
	 * is asked for another. All other errors mean nothing here.
	 * @param refusal the error
	 * @return whether the request, signed anew, differs in what it was refused for, so
	 * that it may be sent once more; never fails, and is false by default
	 */
	default Mono<Boolean> refused(SigningRejection refusal) {
		return Mono.just(false);
	}

	/**
	 * Resolve the identity as for a request: what is at hand is used for as long as it is
	 * good, and otherwise one question is asked for all who wait.
	 * @return what is known of the identity; fails with a {@code CredentialsException}
	 */
	Mono<ResolvedIdentity> resolveIdentity();

	/**
	 * Return what is known of the identity that was resolved last, without resolving any.
	 * @return what is known, or {@code null} if none has been resolved yet
	 */
	@Nullable ResolvedIdentity currentIdentity();

}
