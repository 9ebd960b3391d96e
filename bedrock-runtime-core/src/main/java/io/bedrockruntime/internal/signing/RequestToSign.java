package io.bedrockruntime.internal.signing;

import java.net.URI;
import java.util.Map;

/**
 * The parts of an HTTP request that a signature covers. Other headers may still change
 * before the request is sent; these must not.
 *
 * @param method the HTTP method
 * @param uri the URI, with its path encoded as it is sent
 * @param headers the headers to sign by lower-case name, without {@code host} and those
 * that signing adds
 * @param body the exact bytes of the body, not copied
 * @since 0.1.0
 */
public record RequestToSign(String method, URI uri, Map<String, String> headers, byte[] body) {

	@Override
	public String toString() {
		return "RequestToSign[method=" + this.method + ", path=" + this.uri.getRawPath() + ", headers="
				+ this.headers.keySet() + ", body=(" + this.body.length + " bytes)]";
	}

}
