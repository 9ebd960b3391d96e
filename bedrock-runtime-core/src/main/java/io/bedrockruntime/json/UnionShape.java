package io.bedrockruntime.json;

import java.util.HashMap;
import java.util.Map;

import io.bedrockruntime.model.Union;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * Members of a union, as permitted by its sealed interface.
 */
final class UnionShape {

	private static final String UNKNOWN = "Unknown";

	private static final ClassValue<UnionShape> SHAPES = new ClassValue<>() {

		@Override
		protected UnionShape computeValue(Class<?> type) {
			return new UnionShape(type);
		}

	};

	private final Class<?> type;

	private final Map<String, StructureShape> variants = new HashMap<>();

	private final Map<Class<?>, StructureShape.Member> members = new HashMap<>();

	private final StructureShape unknown;

	private UnionShape(Class<?> type) {
		this.type = type;
		StructureShape unknownVariant = null;
		for (Class<?> permitted : type.getPermittedSubclasses()) {
			StructureShape variant = new StructureShape(permitted);
			if (permitted.getSimpleName().equals(UNKNOWN)) {
				unknownVariant = variant;
			}
			else {
				StructureShape.Member member = variant.members().get(0);
				this.variants.put(member.name(), variant);
				this.members.put(permitted, member);
			}
		}
		if (unknownVariant == null) {
			throw new IllegalStateException("No record for unknown members in " + type);
		}
		this.unknown = unknownVariant;
	}

	/**
	 * Return the shape of a union.
	 * @param type the union's interface or one of its records
	 */
	static UnionShape of(Class<?> type) {
		return SHAPES.get(type.isRecord() ? type.getInterfaces()[0] : type);
	}

	Class<?> type() {
		return this.type;
	}

	Map<String, StructureShape> variants() {
		return this.variants;
	}

	String memberName(Union variant) {
		StructureShape.Member member = this.members.get(variant.getClass());
		return (member != null) ? member.name() : (String) valueOf(this.unknown.members().get(0), variant);
	}

	Object memberValue(Union variant) {
		StructureShape.Member member = this.members.get(variant.getClass());
		return valueOf((member != null) ? member : this.unknown.members().get(1), variant);
	}

	private static Object valueOf(StructureShape.Member member, Union variant) {
		Object value = member.read(variant);
		if (value == null) {
			throw new IllegalStateException("No value in " + variant.getClass());
		}
		return value;
	}

	Object unknown(String name, JsonNode value) {
		return this.unknown.create(new @Nullable Object[] { name, value });
	}

	@SuppressWarnings("unchecked")
	<U extends Union> U read(JsonMapper mapper, String name, byte[] json) {
		StructureShape variant = this.variants.get(name);
		if (variant == null) {
			return (U) unknown(name, (json.length > 0) ? mapper.readTree(json) : NullNode.getInstance());
		}
		Object value = mapper.readValue(json, mapper.getTypeFactory().constructType(variant.members().get(0).type()));
		return (U) ((value != null) ? variant.create(new @Nullable Object[] { value })
				: unknown(name, NullNode.getInstance()));
	}

}
