package io.bedrockruntime.internal.schema;

import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives schemas that the service accepts for structured output: objects have no
 * additional properties, all properties are required and in the order of their
 * declaration, and an optional property may be {@code null}.
 */
final class DerivedSchemas {

	private static final Map<Class<?>, String> FORMATS = Map.of(LocalDate.class, "date", Instant.class, "date-time",
			OffsetDateTime.class, "date-time", ZonedDateTime.class, "date-time", Duration.class, "duration", UUID.class,
			"uuid", URI.class, "uri");

	private static final SchemaGenerator GENERATOR = createGenerator();

	private DerivedSchemas() {
	}

	static ObjectNode of(Type type) {
		// The generator is not documented to be thread-safe.
		synchronized (GENERATOR) {
			return GENERATOR.generateSchema(type);
		}
	}

	private static SchemaGenerator createGenerator() {
		SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(JsonValues.mapper(),
				SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
			.with(new JacksonSchemaModule())
			.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
					Option.FLATTENED_OPTIONALS, Option.ENUM_KEYWORD_FOR_SINGLE_VALUES, Option.PLAIN_DEFINITION_KEYS)
			.without(Option.SCHEMA_VERSION_INDICATOR);
		builder.forFields()
			.withRequiredCheck((field) -> !field.isFakeContainerItemScope())
			.withNullableCheck(DerivedSchemas::isNullable);
		builder.forTypesInGeneral()
			.withPropertySorter((first, second) -> 0)
			.withStringFormatResolver((scope) -> FORMATS.get(scope.getType().getErasedType()))
			.withCustomDefinitionProvider((type, context) -> custom(type.getErasedType()));
		return new SchemaGenerator(builder.build());
	}

	private static @Nullable CustomDefinition custom(Class<?> type) {
		if (JsonNode.class.isAssignableFrom(type)) {
			return new CustomDefinition(JsonValues.object(), CustomDefinition.DefinitionType.INLINE,
					CustomDefinition.AttributeInclusion.NO);
		}
		Object[] constants = type.getEnumConstants();
		if (constants == null) {
			return null;
		}
		// The mapper's names, whatever annotation they come from.
		ObjectNode schema = JsonValues.object().put("type", "string");
		ArrayNode values = schema.putArray("enum");
		Arrays.stream(constants).map(JsonValues::write).forEach(values::add);
		return new CustomDefinition(schema);
	}

	private static boolean isNullable(FieldScope field) {
		return !field.isFakeContainerItemScope() && JsonValues.isOptional(field.getRawMember().getType(),
				field.getRawMember(), field.getRawMember().getAnnotatedType());
	}

}
