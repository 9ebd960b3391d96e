package io.bedrockruntime;

import java.nio.ByteBuffer;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.web.reactive.function.BodyInserter;

/**
 * A request as it goes out, short of its authentication.
 *
 * @param operation the AWS name of the operation
 * @param method the HTTP method
 * @param template the path with its labels unfilled, which names the route in metrics
 * @param path the path with its labels filled and encoded, and the encoded query if there
 * is one
 * @param signedHeaders the headers that the signature covers, by lower-case name
 * @param accept the media type that is asked for; it stays out of the signature
 * @param body the exact bytes of the body
 * @param streaming whether the answer is an event stream
 * @param messages the encoded messages of the event stream that is the body, each still
 * to be signed, or {@code null} if the body is bytes
 */
record PreparedRequest(String operation, HttpMethod method, String template, String path,
		Map<String, String> signedHeaders, String accept, byte[] body, boolean streaming,
		@Nullable Publisher<ByteBuffer> messages) implements BodyInserter<byte[], ReactiveHttpOutputMessage> {

	/** Attribute of the WebClient request that carries this on to where it is signed. */
	static final String ATTRIBUTE = PreparedRequest.class.getName();

	PreparedRequest(String operation, HttpMethod method, String template, String path,
			Map<String, String> signedHeaders, String accept, byte[] body, boolean streaming) {
		this(operation, method, template, path, signedHeaders, accept, body, streaming, null);
	}

	/**
	 * Write the body. A request that is about to be signed is checked to have this very
	 * inserter still, since no other is known to write the bytes that are signed.
	 */
	@Override
	public Mono<Void> insert(ReactiveHttpOutputMessage message, Context context) {
		return hasBody() ? message.writeWith(Mono.fromSupplier(() -> message.bufferFactory().wrap(this.body)))
				: message.setComplete();
	}

	/**
	 * Return whether the request has a body, if only an empty one, whose bytes are known.
	 */
	boolean hasBody() {
		return this.method != HttpMethod.GET && this.messages == null;
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
