package io.bedrockruntime.json;

import io.bedrockruntime.model.EnumValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes a value of an enumeration as the service's string.
 */
final class EnumValueSerializer extends ValueSerializer<EnumValue> {

	@Override
	public void serialize(EnumValue value, JsonGenerator generator, SerializationContext context) {
		generator.writeString(value.value());
	}

}
