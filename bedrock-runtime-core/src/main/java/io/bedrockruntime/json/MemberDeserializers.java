package io.bedrockruntime.json;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Deserializers of members, each looked up when its member first occurs. Most responses
 * contain few of their possible members; an eager lookup would load the types of all of
 * them with the first response.
 */
final class MemberDeserializers {

	private final List<StructureShape.Member> members;

	private final AtomicReferenceArray<ValueDeserializer<Object>> found;

	MemberDeserializers(List<StructureShape.Member> members) {
		this.members = members;
		this.found = new AtomicReferenceArray<>(members.size());
	}

	ValueDeserializer<Object> get(int position, DeserializationContext context) {
		ValueDeserializer<Object> deserializer = this.found.get(position);
		if (deserializer == null) {
			// Several threads may do this at the same time, with the same result.
			deserializer = context.findContextualValueDeserializer(
					context.getTypeFactory().constructType(this.members.get(position).type()), null);
			this.found.set(position, deserializer);
		}
		return deserializer;
	}

}
