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
 * Metadata of a response: request identifier, HTTP status, headers, attempts and target.
 *
 * @param requestId the request identifier assigned by the service, for AWS support
 * @param httpStatus the HTTP status
 * @param headers the HTTP response headers, names in lower case
 * @param attempts the number of times that the request was sent, including for this
 * response
 * @param target the target that responded, or {@code null} if it is not known
 * @since 0.1.0
 */
public record ResponseMetadata(@Nullable String requestId, int httpStatus, @Sensitive Map<String, List<String>> headers,
		int attempts, @Nullable Target target) {

	/**
	 * Copy the headers with names in lower case.
	 * @param requestId the request identifier assigned by the service
	 * @param httpStatus the HTTP status
	 * @param headers the HTTP response headers
	 * @param attempts the number of times that the request was sent
	 * @param target the target that responded
	 */
	public ResponseMetadata {
		Assert.notNull(headers, "'headers' must not be null");
		Map<String, List<String>> lowerCase = new LinkedHashMap<>();
		headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
		headers = Collections.unmodifiableMap(lowerCase);
	}

	/**
	 * Create an instance without a target.
	 * @param requestId the request identifier assigned by the service
	 * @param httpStatus the HTTP status
	 * @param headers the HTTP response headers
	 * @param attempts the number of times that the request was sent
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
	 * Return the duration of the model's work, as reported by the service in a response
	 * header of InvokeModel. AWS does not specify the header, so it may be missing.
	 * @return the duration, or {@code null} if the service did not report it
	 */
	public @Nullable Duration invocationLatency() {
		Long millis = count("x-amzn-bedrock-invocation-latency", Long.MAX_VALUE);
		return (millis != null) ? Duration.ofMillis(millis) : null;
	}

	/**
	 * Return the number of input tokens, as reported by the service in a response header
	 * of InvokeModel. AWS does not specify the header, so it may be missing; Converse
	 * reports the usage in its response.
	 * @return the number, or {@code null} if the service did not report it
	 */
	public @Nullable Integer inputTokenCount() {
		return tokens("x-amzn-bedrock-input-token-count");
	}

	/**
	 * Return the number of output tokens, see {@link #inputTokenCount()}.
	 * @return the number, or {@code null} if the service did not report it
	 */
	public @Nullable Integer outputTokenCount() {
		return tokens("x-amzn-bedrock-output-token-count");
	}

	/**
	 * Return the number of tokens read from the prompt cache, see
	 * {@link #inputTokenCount()}.
	 * @return the number, or {@code null} if the service did not report it
	 */
	public @Nullable Integer cacheReadInputTokenCount() {
		return tokens("x-amzn-bedrock-cache-read-input-token-count");
	}

	/**
	 * Return the number of tokens written to the prompt cache, see
	 * {@link #inputTokenCount()}.
	 * @return the number, or {@code null} if the service did not report it
	 */
	public @Nullable Integer cacheWriteInputTokenCount() {
		return tokens("x-amzn-bedrock-cache-write-input-token-count");
	}

	private @Nullable Integer tokens(String header) {
		Long count = count(header, Integer.MAX_VALUE);
		return (count != null) ? count.intValue() : null;
	}

	/**
	 * Read a header that AWS does not specify. A value that is not a valid count is
	 * treated as absent.
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
	 * Target that sent a response.
	 *
	 * @param region the region that was called
	 * @param modelId the model, inference profile or prompt that was called, or
	 * {@code null} for an operation without one
	 * @param failover 0 for the client's primary target, otherwise the position in the
	 * list of failover targets, counted from 1
	 * @since 0.1.0
	 */
	public record Target(String region, @Nullable String modelId, int failover) {
	}

}
