package io.bedrockruntime.signing;

import java.util.Map;

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
	 * Return the name of the authentication scheme as AWS's models have it.
	 * @return the scheme, such as {@code sigv4} or {@code httpBearerAuth}
	 */
	String scheme();

}
