package io.bedrockruntime.json;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.bedrockruntime.model.Union;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in the format of the service. The library has a separate mapper, so that the
 * settings of the application's mapper never change the format on the wire; an
 * application may use the library's mapper to store and restore shapes without loss.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeJson {

	/** Media are sent as base64 text, so a string may be long. */
	private static final int MAX_STRING_LENGTH = 128 * 1024 * 1024;

	private static final JsonMapper MAPPER = createMapper();

	private BedrockRuntimeJson() {
	}

	/**
	 * Return the mapper of the model.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * Return a reader of a request whose JSON lacks the members that are sent outside the
	 * body, such as {@code modelId}.
	 * @param type the request's type
	 * @param labels the members that are sent outside the body, by name
	 * @return the reader
	 */
	public static ObjectReader readerFor(Class<?> type, Map<String, String> labels) {
		return MAPPER.readerFor(type).withAttributes(labels);
	}

	/**
	 * Read one member of a union in the form of an event stream: the name in a header,
	 * the value as payload.
	 * @param <U> the union
	 * @param union the union's type
	 * @param name the member's name
	 * @param json the member's value as JSON
	 * @return the variant, {@code Unknown} if the union has no such member
	 */
	public static <U extends Union> U readMember(Class<U> union, String name, byte[] json) {
		return UnionShape.of(union).read(MAPPER, name, json);
	}

	/**
	 * Write the value of the member that is set in a union.
	 * @param variant the union
	 * @return the member's value as JSON
	 */
	public static byte[] writeMember(Union variant) {
		return MAPPER.writeValueAsBytes(UnionShape.of(variant.getClass()).memberValue(variant));
	}

	/**
	 * Return the name of the member that is set in a union.
	 * @param variant the union
	 * @return the member's name
	 */
	public static String memberName(Union variant) {
		return UnionShape.of(variant.getClass()).memberName(variant);
	}

	/**
	 * Remove content from an exception: the messages of the JSON parser may quote the
	 * input.
	 * @param ex an exception of the mapper
	 * @return an exception with the position and the kind of the failure, but without the
	 * input
	 */
	public static JacksonException withoutContent(JacksonException ex) {
		return UnreadableShapeException.withoutContent(ex);
	}

	private static JsonMapper createMapper() {
		JsonFactory factory = JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_STRING_LENGTH).build())
			.build();
		return JsonMapper.builder(factory)
			.addModule(new ModelModule())
			.changeDefaultNullHandling((handling) -> JsonSetter.Value.forContentNulls(Nulls.SKIP))
			.enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
			.build();
	}

}
