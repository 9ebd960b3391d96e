package io.bedrockruntime.internal.signing;

import java.nio.ByteBuffer;
import java.util.Map;

import org.reactivestreams.Publisher;

/**
 * What signing makes of a request whose body is an event stream.
 *
 * @param headers the headers to add to the request
 * @param body the messages as they go out, each in a message that signs it and the one
 * before; it ends with one that signs the end. It can be sent once only, as the chain of
 * signatures begins with that of the request.
 * @since 0.1.0
 */
public record SignedEventStream(Map<String, String> headers, Publisher<ByteBuffer> body) {

	@Override
	public String toString() {
		return "SignedEventStream[headers=" + this.headers.keySet() + "]";
	}

}
