package io.bedrockruntime.json;

import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes the members that are present, in order, and then the unknown members.
 */
final class StructureSerializer extends ValueSerializer<Object> {

	private final StructureShape shape;

	StructureSerializer(StructureShape shape) {
		this.shape = shape;
	}

	@Override
	public void serialize(Object structure, JsonGenerator generator, SerializationContext context) {
		generator.writeStartObject(structure);
		for (StructureShape.Member member : this.shape.members()) {
			Object value = member.inBody() ? member.read(structure) : null;
			if (value == null) {
				continue;
			}
			if (member.unknownMembers()) {
				for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
					generator.writeName((String) entry.getKey());
					context.writeValue(generator, entry.getValue());
				}
			}
			else {
				generator.writeName(member.name());
				context.writeValue(generator, value);
			}
		}
		generator.writeEndObject();
	}

}
