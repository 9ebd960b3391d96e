package io.bedrockruntime.model;

import java.time.Duration;
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
 * @param target where the response came from, or {@code null} if that is not known
 * @since 0.1.0
 */
public record ResponseMetadata(@Nullable String requestId, int httpStatus, @Sensitive Map<String, List<String>> headers,
		int attempts, @Nullable Target target) {

	/**
	 * Copy the headers with names in lower case.
	 * @param requestId the identifier that the service gave the request
	 * @param httpStatus the HTTP status
	 * @param headers the HTTP response headers
	 * @param attempts how many times the request was sent
	 * @param target where the response came from
	 */
	public ResponseMetadata {
		Assert.notNull(headers, "'headers' must not be null");
		Map<String, List<String>> lowerCase = new LinkedHashMap<>();
		headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
		headers = Collections.unmodifiableMap(lowerCase);
	}

	/**
	 * Create an instance that does not tell where the response came from.
	 * @param requestId the identifier that the service gave the request
	 * @param httpStatus the HTTP status
	 * @param headers the HTTP response headers
	 * @param attempts how many times the request was sent
	 */
	public ResponseMetadata(@Nullable String requestId, int httpStatus, Map<String, List<String>> headers,
			int attempts) {
		this(requestId, httpStatus, headers, attempts, null);
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

	/**
	 * Return how long the service says that the model took. It is a header of InvokeModel
	 * that AWS does not specify, so it may be missing.
	 * @return the duration, or {@code null} if the service said none
	 */
	public @Nullable Duration invocationLatency() {
		Long millis = count("x-amzn-bedrock-invocation-latency", Long.MAX_VALUE);
		return (millis != null) ? Duration.ofMillis(millis) : null;
	}

	/**
	 * Return how many tokens the input had. It is a header of InvokeModel that AWS does
	 * not specify, so it may be missing; Converse tells the usage in its response.
	 * @return the number, or {@code null} if the service said none
	 */
	public @Nullable Integer inputTokenCount() {
		return tokens("x-amzn-bedrock-input-token-count");
	}

	/**
	 * Return how many tokens the output had, see {@link #inputTokenCount()}.
	 * @return the number, or {@code null} if the service said none
	 */
	public @Nullable Integer outputTokenCount() {
		return tokens("x-amzn-bedrock-output-token-count");
	}

	/**
	 * Return how many tokens were read from the prompt cache, see
	 * {@link #inputTokenCount()}.
	 * @return the number, or {@code null} if the service said none
	 */
	public @Nullable Integer cacheReadInputTokenCount() {
		return tokens("x-amzn-bedrock-cache-read-input-token-count");
	}

	/**
	 * Return how many tokens were written to the prompt cache, see
	 * {@link #inputTokenCount()}.
	 * @return the number, or {@code null} if the service said none
	 */
	public @Nullable Integer cacheWriteInputTokenCount() {
		return tokens("x-amzn-bedrock-cache-write-input-token-count");
	}

	private @Nullable Integer tokens(String header) {
		Long count = count(header, Integer.MAX_VALUE);
		return (count != null) ? count.intValue() : null;
	}

	/**
	 * Read a header that nobody vouches for: what is no count is as good as absent.
	 */
	private @Nullable Long count(String header, long largest) {
		String value = header(header);
		try {
			long count = (value != null) ? Long.parseLong(value.strip()) : -1;
			return (count >= 0 && count <= largest) ? count : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

	/**
	 * Where a response came from.
	 *
	 * @param region the region that was called
	 * @param modelId the model, inference profile or prompt that was called, or
	 * {@code null} for an operation without one
	 * @param failover 0 for what the client calls first, and from 1 on the place in the
	 * list of what it fails over to
	 * @since 0.1.0
	 */
	public record Target(String region, @Nullable String modelId, int failover) {
	}

}
