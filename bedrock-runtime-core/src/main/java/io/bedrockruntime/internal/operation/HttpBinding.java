package io.bedrockruntime.internal.operation;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.bedrockruntime.model.EnumValue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * Binding of an operation's request to HTTP, as the contract of the service defines it.
 *
 * @param <I> the type of request
 * @param operation the AWS name of the operation
 * @param method the HTTP method
 * @param path the path
 * @param query the members bound to the query, by parameter
 * @param fixedHeaders the headers that each request has and the signature covers
 * @param headers the members bound to headers that the signature covers, by lower-case
 * name
 * @param modelMember the member that names the model, or {@code null} if there is none
 * @param acceptMember the member bound to the header {@code Accept}, or {@code null} if
 * there is none
 * @param body writes the bytes of the body
 * @param hasEventStreamBody whether the body is a stream of events
 * @param streaming whether the response is a stream of events
 */
record HttpBinding<I>(String operation, HttpMethod method, PathTemplate<I> path,
		Map<String, Function<I, @Nullable Object>> query, Map<String, String> fixedHeaders,
		Map<String, Function<I, @Nullable Object>> headers, @Nullable Function<I, String> modelMember,
		@Nullable Function<I, @Nullable String> acceptMember, Function<I, byte[]> body, boolean hasEventStreamBody,
		boolean streaming) {

	static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

	@Nullable String modelId(I request) {
		return (this.modelMember != null) ? this.modelMember.apply(request) : null;
	}

	MarshalledRequest marshal(I request, @Nullable Publisher<ByteBuffer> messages) {
		return new MarshalledRequest(this.operation, this.method, this.path.template(), pathAndQuery(request),
				signedHeaders(request), accept(request), this.body.apply(request), this.streaming, messages);
	}

	private String pathAndQuery(I request) {
		String path = this.path.path(request);
		if (this.query.isEmpty()) {
			return path;
		}
		StringBuilder text = new StringBuilder(path);
		this.query.forEach((name, member) -> {
			Object value = member.apply(request);
			if (value != null) {
				text.append((text.length() == path.length()) ? '?' : '&')
					.append(name)
					.append('=')
					.append(PathTemplate.encode(text(value)));
			}
		});
		return text.toString();
	}

	/**
	 * Return the text of a member outside the body. An instant is written in ISO 8601,
	 * with a fraction only if it is not zero.
	 */
	private static String text(Object value) {
		return (value instanceof EnumValue named) ? named.value() : value.toString();
	}

	private Map<String, String> signedHeaders(I request) {
		if (this.headers.isEmpty()) {
			return this.fixedHeaders;
		}
		Map<String, String> values = new LinkedHashMap<>(this.fixedHeaders);
		this.headers.forEach((name, member) -> {
			Object value = member.apply(request);
			if (value != null) {
				values.put(name, printable(name, text(value)));
			}
		});
		return values;
	}

	private String accept(I request) {
		if (this.streaming) {
			return EVENT_STREAM;
		}
		String accept = (this.acceptMember != null) ? this.acceptMember.apply(request) : null;
		return (accept != null) ? printable("accept", accept) : MediaType.APPLICATION_JSON_VALUE;
	}

	/**
	 * Check the value of a header: a line break could inject another header, and the
	 * signed value must equal the sent value.
	 */
	private static String printable(String name, String value) {
		Assert.isTrue(value.chars().allMatch((character) -> character >= ' ' && character < 127),
				() -> "Value for header '" + name + "' must be printable ASCII");
		return value;
	}

}
