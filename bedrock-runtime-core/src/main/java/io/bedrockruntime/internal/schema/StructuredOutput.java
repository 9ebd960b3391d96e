package io.bedrockruntime.internal.schema;

import java.lang.reflect.Type;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.JsonSchemaDefinition;
import io.bedrockruntime.model.converse.OutputConfig;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.structured.StructuredResponse;
import io.bedrockruntime.structured.StructuredResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;

/**
 * Requests and reads responses of a type. The JSON of a response is always an object: a
 * value of another JSON type is in the member {@code value}.
 */
public final class StructuredOutput {

	private static final String VALUE = "value";

	private static final int MAX_NAME_LENGTH = 64;

	private StructuredOutput() {
	}

	public static ConverseRequest withSchema(ConverseRequest request, Type type) {
		if (hasTextFormat(request)) {
			return request;
		}
		OutputConfig config = request.outputConfig();
		ObjectNode schema = JsonSchemas.of(type);
		OutputConfig structured = OutputConfig.jsonSchema(
				JsonSchemaDefinition.of((isObject(schema) ? schema : wrapped(schema)).toString()).withName(name(type)));
		return request.toBuilder()
			.outputConfig((config != null) ? config.withTextFormat(structured.textFormat()) : structured)
			.build();
	}

	private static boolean hasTextFormat(ConverseRequest request) {
		return request.outputConfig() != null && request.outputConfig().textFormat() != null;
	}

	/**
	 * Return whether the value is in a member of the requested object. This must be
	 * called before the model: without the schema, a response that is billed could not be
	 * read.
	 */
	public static boolean isWrapped(ConverseRequest request, Type type) {
		return !hasTextFormat(request) && !isObject(JsonSchemas.of(type));
	}

	private static boolean isObject(ObjectNode schema) {
		return schema.path("type").asString("").equals("object");
	}

	private static ObjectNode wrapped(ObjectNode schema) {
		ObjectNode value = schema.deepCopy();
		// A recursive type refers to the root, which is now the wrapper.
		value.findParents("$ref")
			.stream()
			.filter((parent) -> parent.path("$ref").asString("").equals("#"))
			.forEach((parent) -> ((ObjectNode) parent).put("$ref", "#/properties/" + VALUE));
		JsonNode definitions = value.remove("$defs");
		ObjectNode object = JsonValues.object().put("type", "object");
		if (definitions != null) {
			object.set("$defs", definitions);
		}
		object.putObject("properties").set(VALUE, value);
		object.putArray("required").add(VALUE);
		return object.put("additionalProperties", false);
	}

	private static String name(Type type) {
		String name = ResolvableType.forType(type).toClass().getSimpleName().replaceAll("[^a-zA-Z0-9_-]", "_");
		return name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
	}

	public static <T> StructuredResponse<T> read(ConverseResponse response, Type type, boolean wrapped) {
		if (!response.stopReason().equals(StopReason.END_TURN)) {
			throw new StructuredResponseException(
					"Response is incomplete: the model stopped for the reason '" + response.stopReason() + "'",
					response, null);
		}
		T value;
		try {
			JsonNode json = JsonValues.mapper().readTree(response.text());
			value = JsonValues.read(wrapped ? json.path(VALUE) : json, type);
		}
		catch (JacksonException ex) {
			throw new StructuredResponseException("Response does not match its type", response,
					BedrockRuntimeJson.withoutContent(ex));
		}
		if (value == null) {
			throw new StructuredResponseException("Response does not match its type: it is null", response, null);
		}
		return new StructuredResponse<>(value, response);
	}

}
