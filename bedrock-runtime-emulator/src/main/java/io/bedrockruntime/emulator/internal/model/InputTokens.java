package io.bedrockruntime.emulator.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.support.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * Token counter for requests. It remembers the prefixes up to a cache point as a prompt
 * cache does: the first request writes them, the next one reads them.
 */
public final class InputTokens {

	private static final int REMEMBERED_PREFIXES = 256;

	/** Only hashes are kept, never content. */
	private final Map<String, Boolean> prefixes = new LinkedHashMap<>();

	Usage count(JsonNode request) {
		Prefix prefix = prefix(request);
		if (prefix.cachePoints == 0) {
			return new Usage(prefix.tokens, 0, -1, -1);
		}
		boolean known = remember(Sha256.hex(prefix.cached.toString().getBytes(StandardCharsets.UTF_8)));
		return new Usage(prefix.tokens - prefix.cachedTokens, 0, known ? prefix.cachedTokens : 0,
				known ? 0 : prefix.cachedTokens);
	}

	/** Count all tokens without reading or changing the cache. */
	public static int weigh(JsonNode request) {
		return prefix(request).tokens;
	}

	private static Prefix prefix(JsonNode request) {
		Prefix prefix = new Prefix();
		prefix.add(request.path("toolConfig").path("tools"));
		prefix.add(request.path("system"));
		for (JsonNode message : request.path("messages")) {
			prefix.add(message.path("content"));
		}
		prefix.add(request.path("promptVariables"));
		return prefix;
	}

	private synchronized boolean remember(String hash) {
		boolean known = this.prefixes.put(hash, Boolean.TRUE) != null;
		if (this.prefixes.size() > REMEMBERED_PREFIXES) {
			this.prefixes.remove(this.prefixes.keySet().iterator().next());
		}
		return known;
	}

	private static final class Prefix {

		private final StringBuilder cached = new StringBuilder();

		private final StringBuilder pending = new StringBuilder();

		private int tokens;

		private int cachedTokens;

		private int cachePoints;

		void add(JsonNode blocks) {
			for (JsonNode block : blocks.values()) {
				if (block.path("cachePoint").isObject()) {
					this.cachePoints++;
					this.cached.append(this.pending);
					this.pending.setLength(0);
					this.cachedTokens = this.tokens;
				}
				else {
					this.tokens += weigh(block);
					this.pending.append(Json.text(block)).append('\n');
				}
			}
		}

		private static int weigh(JsonNode node) {
			if (node.isString()) {
				return Tokens.count(node.asString(""));
			}
			if (node.isNumber() || node.isBoolean()) {
				return 1;
			}
			int sum = 0;
			for (Map.Entry<String, JsonNode> entry : node.properties()) {
				boolean media = entry.getKey().equals("bytes") && entry.getValue().isString();
				sum += media ? Tokens.ofMedia(Conversation.decodedLength(entry.getValue().asString("")))
						: weigh(entry.getValue());
			}
			if (node.isArray()) {
				for (JsonNode element : node.values()) {
					sum += weigh(element);
				}
			}
			return sum;
		}

	}

}
