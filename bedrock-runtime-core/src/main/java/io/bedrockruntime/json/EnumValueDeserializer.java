package io.bedrockruntime.json;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a value of an enumeration, including a value without a constant.
 */
final class EnumValueDeserializer extends ValueDeserializer<Object> {

	private final Class<?> type;

	private final Method factory;

	EnumValueDeserializer(Class<?> type) {
		this.type = type;
		try {
			this.factory = type.getMethod("of", String.class);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("No factory method in " + type, ex);
		}
	}

	@Override
	public boolean isCachable() {
		return true;
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.hasToken(JsonToken.VALUE_STRING)) {
			throw new UnreadableShapeException(parser, this.type, "a string is expected", null);
		}
		return create(parser.getString());
	}

	@Override
	public @Nullable Object getEmptyValue(DeserializationContext context) {
		return create("");
	}

	private @Nullable Object create(String value) {
		try {
			return this.factory.invoke(null, value);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot create " + this.type, ex);
		}
	}

}
