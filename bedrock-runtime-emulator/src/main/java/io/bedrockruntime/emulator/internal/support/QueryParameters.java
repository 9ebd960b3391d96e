package io.bedrockruntime.emulator.internal.support;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Decoded query parameters of a request.
 */
public final class QueryParameters {

	private final Map<String, String> values = new LinkedHashMap<>();

	public QueryParameters(@Nullable String rawQuery) {
		if (rawQuery == null) {
			return;
		}
		for (String pair : rawQuery.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				this.values.putIfAbsent(PercentEncoding.decode(pair.substring(0, equals)),
						PercentEncoding.decode(pair.substring(equals + 1)));
			}
		}
	}

	@Nullable public String get(String name) {
		return this.values.get(name);
	}

	public String get(String name, String otherwise) {
		return this.values.getOrDefault(name, otherwise);
	}

}
