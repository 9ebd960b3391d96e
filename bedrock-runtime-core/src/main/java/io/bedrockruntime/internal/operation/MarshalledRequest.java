package io.bedrockruntime.internal.operation;

import java.nio.ByteBuffer;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.http.HttpMethod;

/**
 * HTTP request of an operation before authentication.
 *
 * @param operation the AWS name of the operation
 * @param method the HTTP method
 * @param template the path with its labels unfilled, which names the route in metrics
 * @param path the path with its labels filled and encoded, and the encoded query if there
 * is one
 * @param signedHeaders the headers that the signature covers, by lower-case name
 * @param accept the requested media type, which is not signed
 * @param body the exact bytes of the body
 * @param streaming whether the response is an event stream
 * @param messages the encoded messages of the event stream that is the body, which are
 * not signed yet, or {@code null} if the body is bytes
 */
public record MarshalledRequest(String operation, HttpMethod method, String template, String path,
		Map<String, String> signedHeaders, String accept, byte[] body, boolean streaming,
		@Nullable Publisher<ByteBuffer> messages) {

	/**
	 * Return whether the request has a body with known bytes, which may be empty.
	 */
	public boolean hasBody() {
		return this.method != HttpMethod.GET && this.messages == null;
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
