package io.bedrockruntime.internal.schema;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.ClassUtils;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * JSON schemas derived from types, if the libraries for that are present.
 */
public final class JsonSchemas {

	private static final String VERSION = "5.0.0";

	/** The required libraries, by class. */
	public static final List<String> LIBRARIES = List.of("com.github.victools.jsonschema.generator.SchemaGenerator",
			"com.github.victools.jsonschema.module.jackson.JacksonSchemaModule");

	private static final boolean PRESENT = LIBRARIES.stream().allMatch(JsonSchemas::isPresent);

	private static final Map<Type, ObjectNode> SCHEMAS = new ConcurrentReferenceHashMap<>();

	private JsonSchemas() {
	}

	private static boolean isPresent(String className) {
		return ClassUtils.isPresent(className, JsonSchemas.class.getClassLoader());
	}

	/**
	 * Return the schema of a type, which must not be modified.
	 */
	public static ObjectNode of(Type type) {
		if (!PRESENT) {
			throw new IllegalStateException("A JSON schema is derived from a type with the libraries "
					+ "com.github.victools:jsonschema-generator and com.github.victools:jsonschema-module-jackson, "
					+ "which are not on the class path: add both, in version " + VERSION
					+ " or a later one for Jackson 3");
		}
		return SCHEMAS.computeIfAbsent(type, DerivedSchemas::of);
	}

}
