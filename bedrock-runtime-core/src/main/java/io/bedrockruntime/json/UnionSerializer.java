package io.bedrockruntime.json;

import io.bedrockruntime.model.Union;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes a union as an object with its one member.
 */
final class UnionSerializer extends ValueSerializer<Union> {

	@Override
	public void serialize(Union variant, JsonGenerator generator, SerializationContext context) {
		UnionShape shape = UnionShape.of(variant.getClass());
		String name = shape.memberName(variant);
		generator.writeStartObject(variant);
		// Without a name it was an empty object.
		if (!name.isEmpty()) {
			generator.writeName(name);
			context.writeValue(generator, shape.memberValue(variant));
		}
		generator.writeEndObject();
	}

}
