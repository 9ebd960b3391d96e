package io.bedrockruntime.json;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * What reads members, each looked up when one first comes: most answers have few of those
 * that they may have, and all that the others consist of would be loaded with the first
 * answer.
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
			// Several threads may do this at once, with the same outcome.
			deserializer = context.findContextualValueDeserializer(
					context.getTypeFactory().constructType(this.members.get(position).type()), null);
			this.found.set(position, deserializer);
		}
		return deserializer;
	}

}
