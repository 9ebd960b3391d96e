package io.bedrockruntime.internal.signing;

import java.nio.ByteBuffer;
import java.util.Map;

import org.reactivestreams.Publisher;

/**
 * Result of signing a request whose body is an event stream.
 *
 * @param headers the headers to add to the request
 * @param body the messages to send, each wrapped in a message that signs it and the
 * previous one; the last message signs the end of the stream. The body can be sent only
 * once, because the chain of signatures begins with the signature of the request.
 * @since 0.1.0
 */
public record SignedEventStream(Map<String, String> headers, Publisher<ByteBuffer> body) {

	@Override
	public String toString() {
		return "SignedEventStream[headers=" + this.headers.keySet() + "]";
	}

}
