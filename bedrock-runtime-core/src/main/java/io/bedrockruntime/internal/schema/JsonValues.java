package io.bedrockruntime.internal.schema;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts values of an application's types to and from the JSON that a model reads and
 * writes. A component of a record is required unless it is an {@link Optional} or marked
 * as nullable.
 */
public final class JsonValues {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.annotationIntrospector(new RecordComponents())
		.enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
		.build();

	private JsonValues() {
	}

	static JsonMapper mapper() {
		return MAPPER;
	}

	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	public static JsonNode write(@Nullable Object value) {
		return MAPPER.valueToTree(value);
	}

	public static <T> @Nullable T read(JsonNode json, Type type) {
		return MAPPER.readerFor(MAPPER.constructType(type)).readValue(json);
	}

	static boolean isOptional(Class<?> type, AnnotatedElement... declarations) {
		return type == Optional.class || Arrays.stream(declarations)
			.flatMap((declaration) -> Stream.of(declaration.getAnnotations()))
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

	/**
	 * Marks the components of records that Jackson must require.
	 */
	private static final class RecordComponents extends JacksonAnnotationIntrospector {

		private static final long serialVersionUID = 1L;

		@Override
		public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
			return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
		}

		@Override
		public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
			JsonSetter.Value declared = super.findSetterInfo(config, annotated);
			return isRequired(annotated) ? declared.withValueNulls(Nulls.FAIL) : declared;
		}

		private static boolean isRequired(Annotated annotated) {
			if (!(annotated instanceof AnnotatedParameter parameter) || !parameter.getDeclaringClass().isRecord()
					|| parameter.getOwner()
						.getParameterCount() != parameter.getDeclaringClass().getRecordComponents().length) {
				return false;
			}
			RecordComponent component = parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
			return component.getType().equals(parameter.getRawType())
					&& !isOptional(component.getType(), component, component.getAnnotatedType());
		}

	}

}
