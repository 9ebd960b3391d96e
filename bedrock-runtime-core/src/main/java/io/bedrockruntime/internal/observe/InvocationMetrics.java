package io.bedrockruntime.internal.observe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Metrics that the service adds to the last chunk of InvokeModelWithResponseStream. AWS
 * does not specify them, so each part may be missing.
 *
 * @param inputTokenCount input tokens, without cached ones
 * @param outputTokenCount tokens that were generated
 * @param cacheReadInputTokenCount tokens that were read from the cache
 * @param cacheWriteInputTokenCount tokens that were written to the cache
 * @param latency the duration, or {@code null} if it is missing
 */
record InvocationMetrics(long inputTokenCount, long outputTokenCount, long cacheReadInputTokenCount,
		long cacheWriteInputTokenCount, @Nullable Duration latency) {

	private static final String MEMBER = "amazon-bedrock-invocationMetrics";

	private static final byte[] NAME = ("\"" + MEMBER + "\"").getBytes(StandardCharsets.US_ASCII);

	/**
	 * Return the metrics in the JSON of a chunk.
	 * @param bytes the bytes, which may be anything
	 * @return the metrics, or {@code null} if there are none
	 */
	static @Nullable InvocationMetrics in(Blob bytes) {
		byte[] json = bytes.asByteArrayUnsafe();
		if (!contains(json, NAME)) {
			return null;
		}
		try {
			JsonNode metrics = BedrockRuntimeJson.mapper().readTree(json).path(MEMBER);
			if (!metrics.isObject()) {
				return null;
			}
			long latency = count(metrics, "invocationLatency", -1);
			return new InvocationMetrics(count(metrics, "inputTokenCount", 0), count(metrics, "outputTokenCount", 0),
					count(metrics, "cacheReadInputTokenCount", 0), count(metrics, "cacheWriteInputTokenCount", 0),
					(latency >= 0) ? Duration.ofMillis(latency) : null);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static long count(JsonNode metrics, String member, long otherwise) {
		JsonNode value = metrics.path(member);
		return (value.canConvertToLong() && value.longValue() >= 0) ? value.longValue() : otherwise;
	}

	private static boolean contains(byte[] text, byte[] part) {
		// The service adds the metrics at the end.
		for (int start = text.length - part.length; start >= 0; start--) {
			int matched = 0;
			while (matched < part.length && text[start + matched] == part[matched]) {
				matched++;
			}
			if (matched == part.length) {
				return true;
			}
		}
		return false;
	}

}
