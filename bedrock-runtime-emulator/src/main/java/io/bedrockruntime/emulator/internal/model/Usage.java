package io.bedrockruntime.emulator.internal.model;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Token usage of one call.
 *
 * @param input tokens read that came from no cache
 * @param output tokens written
 * @param cacheRead tokens read from a cache, or -1 when the request has no cache point
 * @param cacheWrite tokens written to a cache, or -1 when the request has no cache point
 */
public record Usage(int input, int output, int cacheRead, int cacheWrite) {

	Usage withOutput(int tokens) {
		return new Usage(this.input, tokens, this.cacheRead, this.cacheWrite);
	}

	public static Usage read(JsonNode usage) {
		return new Usage(usage.path("inputTokens").asInt(0), usage.path("outputTokens").asInt(0),
				usage.path("cacheReadInputTokens").asInt(-1), usage.path("cacheWriteInputTokens").asInt(-1));
	}

	public ObjectNode toJson() {
		ObjectNode usage = Json.object()
			.put("inputTokens", this.input)
			.put("outputTokens", this.output)
			.put("totalTokens", this.input + this.output + Math.max(0, this.cacheRead) + Math.max(0, this.cacheWrite));
		if (this.cacheRead >= 0) {
			usage.put("cacheReadInputTokens", this.cacheRead);
		}
		if (this.cacheWrite >= 0) {
			usage.put("cacheWriteInputTokens", this.cacheWrite);
		}
		if (this.cacheWrite > 0) {
			usage.set("cacheDetails", Json.array(Json.object().put("ttl", "5m").put("inputTokens", this.cacheWrite)));
		}
		return usage;
	}

}
