package io.bedrockruntime.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What came with a response besides its shape.
 *
 * @param requestId the identifier that the service gave the request, for AWS support
 * @param httpStatus the HTTP status
 * @param headers the HTTP response headers, names in lower case
 * @param attempts how many times the request was sent until this response came
 * @since 0.1.0
 */
public record ResponseMetadata(@Nullable String requestId, int httpStatus, @Sensitive Map<String, List<String>> headers,
		int attempts) {

	/**
	 * Copy the headers with names in lower case.
	 * @param requestId the identifier that the service gave the request
	 * @param httpStatus the HTTP status
	 * @param headers the HTTP response headers
	 * @param attempts how many times the request was sent
	 */
	public ResponseMetadata {
		Assert.notNull(headers, "'headers' must not be null");
		Map<String, List<String>> lowerCase = new LinkedHashMap<>();
		headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
		headers = Collections.unmodifiableMap(lowerCase);
	}

	/**
	 * Return the first value of a header.
	 * @param name the header's name, in any case
	 * @return the value, or {@code null} if the response had no such header
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name.toLowerCase(Locale.ROOT));
		return (values != null && !values.isEmpty()) ? values.get(0) : null;
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
