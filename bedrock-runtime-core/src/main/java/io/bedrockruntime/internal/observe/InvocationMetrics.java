package io.bedrockruntime.internal.observe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the service adds to the last bytes of InvokeModel's stream. AWS does not specify
 * it, so each part may be missing.
 *
 * @param inputTokenCount tokens that went in, without cached ones
 * @param outputTokenCount tokens that were generated
 * @param cacheReadInputTokenCount tokens that were read from the cache
 * @param cacheWriteInputTokenCount tokens that were written to the cache
 * @param latency how long it took, or {@code null} if that is not told
 */
record InvocationMetrics(long inputTokenCount, long outputTokenCount, long cacheReadInputTokenCount,
		long cacheWriteInputTokenCount, @Nullable Duration latency) {

	private static final String MEMBER = "amazon-bedrock-invocationMetrics";

	private static final byte[] NAME = ("\"" + MEMBER + "\"").getBytes(StandardCharsets.US_ASCII);

	/**
	 * Return the metrics in a model's own JSON.
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
		// The service adds it at the end.
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
