package io.bedrockruntime.json;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.NullNode;

/**
 * Reads the single member of a union. A type discriminator and additional {@code null}
 * members are ignored; a member that this version does not know is kept with its value.
 */
final class UnionDeserializer extends ValueDeserializer<Object> {

	private static final String TYPE = "__type";

	private final UnionShape shape;

	private final Map<String, MemberDeserializers> deserializers = new HashMap<>();

	UnionDeserializer(UnionShape shape) {
		this.shape = shape;
		shape.variants()
			.forEach((name, variant) -> this.deserializers.put(name, new MemberDeserializers(variant.members())));
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
		String name = null;
		String nullMember = null;
		Object result = null;
		try {
			while ((name = parser.nextName()) != null) {
				JsonToken token = parser.nextToken();
				if (name.equals(TYPE)) {
					parser.skipChildren();
				}
				else if (token == JsonToken.VALUE_NULL) {
					nullMember = (nullMember != null) ? nullMember : name;
				}
				else if (result != null) {
					throw new UnreadableShapeException(parser, this.shape.type(), "more than one member is set", null);
				}
				else {
					result = readMember(parser, context, name);
				}
			}
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw UnreadableShapeException.from(parser, this.shape.type(),
					(name != null && this.deserializers.containsKey(name)) ? name : null, ex);
		}
		return (result != null) ? result : withoutValue(nullMember);
	}

	private Object readMember(JsonParser parser, DeserializationContext context, String name) {
		StructureShape variant = this.shape.variants().get(name);
		MemberDeserializers deserializers = this.deserializers.get(name);
		if (variant == null || deserializers == null) {
			return this.shape.unknown(name, context.readTree(parser));
		}
		return variant.create(new @Nullable Object[] { deserializers.get(0, context).deserialize(parser, context) });
	}

	private Object withoutValue(@Nullable String nullMember) {
		String name = (nullMember != null) ? nullMember : "";
		StructureShape variant = this.shape.variants().get(name);
		if (variant != null && variant.members().get(0).rawType() == JsonNode.class) {
			return variant.create(new @Nullable Object[] { NullNode.getInstance() });
		}
		return this.shape.unknown(name, NullNode.getInstance());
	}

	@Override
	public Object getEmptyValue(DeserializationContext context) {
		return withoutValue(null);
	}

}
