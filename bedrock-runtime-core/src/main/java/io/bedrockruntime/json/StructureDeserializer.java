package io.bedrockruntime.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a structure. {@code null} counts as absent, an absent required member gets its
 * value from {@link ErrorCorrection}, and an unknown member is kept if the structure has
 * a component for unknown members.
 */
final class StructureDeserializer extends ValueDeserializer<Object> {

	private final StructureShape shape;

	private final Map<String, Integer> positions = new HashMap<>();

	private final MemberDeserializers deserializers;

	private final int unknownMembersPosition;

	StructureDeserializer(StructureShape shape) {
		this.shape = shape;
		this.deserializers = new MemberDeserializers(shape.members());
		int unknownMembersPosition = -1;
		for (int position = 0; position < shape.members().size(); position++) {
			StructureShape.Member member = shape.members().get(position);
			if (member.unknownMembers()) {
				unknownMembersPosition = position;
			}
			else if (member.inBody()) {
				this.positions.put(member.name(), position);
			}
		}
		this.unknownMembersPosition = unknownMembersPosition;
	}

	@Override
	public boolean isCachable() {
		return true;
	}

	@Override
	public Object deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.hasToken(JsonToken.START_OBJECT)) {
			throw new UnreadableShapeException(parser, this.shape.type(), "an object is expected", null);
		}
		@Nullable Object[] values = new Object[this.shape.members().size()];
		Map<String, JsonNode> unknownMembers = (this.unknownMembersPosition >= 0) ? new LinkedHashMap<>() : Map.of();
		String name = null;
		try {
			while ((name = parser.nextName()) != null) {
				readMember(parser, context, name, values, unknownMembers);
			}
			return create(values, unknownMembers, context);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw UnreadableShapeException.from(parser, this.shape.type(),
					(name != null && this.positions.containsKey(name)) ? name : null, ex);
		}
	}

	private void readMember(JsonParser parser, DeserializationContext context, String name, @Nullable Object[] values,
			Map<String, JsonNode> unknownMembers) {
		JsonToken token = parser.nextToken();
		Integer position = this.positions.get(name);
		if (position != null) {
			values[position] = (token != JsonToken.VALUE_NULL)
					? this.deserializers.get(position, context).deserialize(parser, context) : null;
		}
		else if (this.unknownMembersPosition >= 0) {
			unknownMembers.put(name, context.readTree(parser));
		}
		else {
			parser.skipChildren();
		}
	}

	private Object create(@Nullable Object[] values, Map<String, JsonNode> unknownMembers,
			DeserializationContext context) {
		for (int i = 0; i < values.length; i++) {
			StructureShape.Member member = this.shape.members().get(i);
			if (member.unknownMembers()) {
				values[i] = unknownMembers;
			}
			else if (!member.inBody()) {
				values[i] = context.getAttribute(member.name());
			}
			if (values[i] == null && member.required()) {
				values[i] = ErrorCorrection.valueFor(member.rawType(), this.deserializers.get(i, context), context);
			}
		}
		return this.shape.create(values);
	}

	@Override
	public Object getEmptyValue(DeserializationContext context) {
		return create(new Object[this.shape.members().size()], new LinkedHashMap<>(), context);
	}

}
