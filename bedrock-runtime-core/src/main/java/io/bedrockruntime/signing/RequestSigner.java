package io.bedrockruntime.signing;

import java.nio.ByteBuffer;
import java.util.Map;

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
	 * Return the name of the authentication scheme as AWS's models have it.
	 * @return the scheme, such as {@code sigv4} or {@code httpBearerAuth}
	 */
	String scheme();

}
