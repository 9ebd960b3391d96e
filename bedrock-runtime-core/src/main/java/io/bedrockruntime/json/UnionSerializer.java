package io.bedrockruntime.json;

import io.bedrockruntime.model.Union;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.node.NullNode;

/**
 * Writes a union as an object with a single member.
 */
final class UnionSerializer extends ValueSerializer<Union> {

	@Override
	public void serialize(Union variant, JsonGenerator generator, SerializationContext context) {
		UnionShape shape = UnionShape.of(variant.getClass());
		String name = shape.memberName(variant);
		generator.writeStartObject(variant);
		Object value = shape.memberValue(variant);
		// An unknown member without a name and a value was read from an empty object.
		if (!name.isEmpty() || !(value instanceof NullNode)) {
			generator.writeName(name);
			context.writeValue(generator, value);
		}
		generator.writeEndObject();
	}

}
