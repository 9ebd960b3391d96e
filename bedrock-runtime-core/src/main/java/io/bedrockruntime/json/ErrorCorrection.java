package io.bedrockruntime.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.Blob;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.NullNode;

/**
 * Default values of required members that the service omitted. Smithy calls this client
 * error correction: a response stays readable when the service breaks its own contract.
 */
final class ErrorCorrection {

	private static final Map<Class<?>, Object> VALUES = Map.ofEntries(Map.entry(String.class, ""),
			Map.entry(int.class, 0), Map.entry(long.class, 0L), Map.entry(float.class, 0f), Map.entry(double.class, 0d),
			Map.entry(boolean.class, false), Map.entry(List.class, List.of()), Map.entry(Map.class, Map.of()),
			Map.entry(Blob.class, Blob.empty()), Map.entry(Instant.class, Instant.EPOCH),
			Map.entry(JsonNode.class, NullNode.getInstance()));

	private ErrorCorrection() {
	}

	static @Nullable Object valueFor(Class<?> type, ValueDeserializer<?> deserializer, DeserializationContext context) {
		Object value = VALUES.get(type);
		return (value != null) ? value : deserializer.getEmptyValue(context);
	}

}
