package io.bedrockruntime.internal.call;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.internal.operation.MarshalledRequest;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.web.reactive.function.BodyInserter;

/**
 * One attempt to send a request. It records the progress of the attempt and writes the
 * signed body. Before a request is signed, it must still have this inserter, because no
 * other one is known to write the signed bytes.
 */
final class Attempt implements BodyInserter<byte[], ReactiveHttpOutputMessage> {

	/**
	 * Attribute of the WebClient request with which the signing filter finds the attempt.
	 */
	static final String ATTRIBUTE = Attempt.class.getName();

	private final MarshalledRequest request;

	private final Timeouts timeouts;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private volatile Map<String, String> signature = Map.of();

	private volatile Set<String> suppressedHeaders = Set.of();

	private volatile @Nullable Publisher<ByteBuffer> signedMessages;

	private volatile @Nullable Long signedAt;

	private volatile boolean connected;

	Attempt(MarshalledRequest request, Timeouts timeouts) {
		this.request = request;
		this.timeouts = timeouts;
	}

	MarshalledRequest request() {
		return this.request;
	}

	Timeouts timeouts() {
		return this.timeouts;
	}

	/**
	 * Add a header that the signature does not cover, before the request is passed on.
	 */
	void addHeader(String name, String value) {
		this.headers.put(name, value);
	}

	/**
	 * Record the result of signing. It is passed to the HTTP client with the body,
	 * because each earlier change copies the request, which costs a unary call about 3
	 * KB.
	 * @param headers the headers to set
	 * @param suppressedHeaders the headers to remove before the request is sent, unless
	 * signing added them
	 * @param messages the signed messages of the event stream that is the body, or
	 * {@code null} if the body is bytes
	 */
	void signed(Map<String, String> headers, Set<String> suppressedHeaders, @Nullable Publisher<ByteBuffer> messages) {
		this.signature = headers;
		this.suppressedHeaders = suppressedHeaders;
		this.signedMessages = messages;
		this.signedAt = Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Return the time at which the request was signed, in nanoseconds of the scheduler.
	 * @return the time, or {@code null} if the request is not signed yet
	 */
	@Nullable Long signedAt() {
		return this.signedAt;
	}

	/**
	 * Return the response timeout of a unary call. A stream has a separate timeout, which
	 * ends with the first event and not with the headers.
	 * @return the timeout, or {@code null} for no limit
	 */
	@Nullable Duration responseTimeout() {
		return this.request.streaming() ? null : this.timeouts.response();
	}

	/**
	 * Return the headers that signing added, none if the request is not signed yet.
	 */
	Map<String, String> signature() {
		return this.signature;
	}

	/**
	 * Return whether the attempt has a connection. The HTTP client then requests the
	 * body.
	 */
	boolean isConnected() {
		return this.connected;
	}

	@Override
	public Mono<Void> insert(ReactiveHttpOutputMessage message, Context context) {
		this.connected = true;
		HttpHeaders headers = message.getHeaders();
		this.suppressedHeaders.forEach(headers::remove);
		this.headers.forEach(headers::set);
		if (this.request.hasBody()) {
			headers.setContentLength(this.request.body().length);
		}
		this.signature.forEach(headers::set);
		Publisher<ByteBuffer> messages = this.signedMessages;
		if (messages != null) {
			return write(messages, message);
		}
		return this.request.hasBody()
				? message.writeWith(Mono.fromSupplier(() -> message.bufferFactory().wrap(this.request.body())))
				: message.setComplete();
	}

	/**
	 * Flush each message immediately, because the peer may wait for it before it
	 * continues.
	 */
	private static Mono<Void> write(Publisher<ByteBuffer> messages, ReactiveHttpOutputMessage message) {
		return message
			.writeAndFlushWith(Flux.from(messages).map((bytes) -> Mono.just(message.bufferFactory().wrap(bytes))));
	}

	@Override
	public String toString() {
		return this.request.toString();
	}

}
