package io.bedrockruntime.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fills every component that can hold content with a mark and proves that none is
 * printed.
 */
class RedactionTests {

	private static final String MARK = "MARK";

	/**
	 * Members of type string that are identifiers and hold no content from a user or a
	 * model.
	 */
	static final Set<String> IDENTIFIERS = Set.of("*.modelId", "*.modelArn", "*.invocationArn", "*.invokedModelId",
			"*.clientRequestToken", "*.nextToken", "*.toolUseId", "*.guardrailId", "*.guardrailIdentifier",
			"*.guardrailVersion", "*.guardrailArn", "*.bucketOwner", "*.kmsKeyId", "*.policyVersionArn",
			"*.contentType", "*.accept", "*.actionReason", "*.requestId", "Target.region",
			"AsyncInvokeS3OutputDataConfig.s3Uri", "GuardrailAutomatedReasoningRule.identifier",
			"GuardrailRegexFilter.name", "GuardrailTopic.name", "JsonSchemaDefinition.name", "OutputConfig.effort",
			"SpecificToolChoice.name", "SystemTool.name", "Tag.key", "ToolReference.name", "ToolReference.serverName",
			"ToolReference.type", "ToolResultBlock.type", "ToolResultBlockStart.type", "ToolSpecification.name",
			"ToolUseBlock.name", "ToolUseBlockStart.name", "Unknown.name",
			"ConverseRequest.additionalModelResponseFieldPaths",
			"ConverseStreamRequest.additionalModelResponseFieldPaths");

	static Stream<Class<?>> records() {
		Stream<Class<?>> structures = Contract.structures().map(Contract::typeOf);
		Stream<Class<?>> variants = Contract.unions()
			.map(Contract::typeOf)
			.flatMap((union) -> Arrays.stream(union.getPermittedSubclasses()));
		return Stream.concat(Stream.concat(structures, variants), Stream.of(ResponseMetadata.class));
	}

	@ParameterizedTest
	@MethodSource("records")
	void shouldNotPrintContent(Class<?> type) {
		for (int variant = 0; variant < 16; variant++) {
			Object value = create(type, variant);
			assertThat(value.toString()).as(type.getName())
				.startsWith(type.getSimpleName() + "[")
				.doesNotContain(MARK)
				.doesNotContain(Integer.toString(MARK.getBytes()[0]) + ", " + MARK.getBytes()[1]);
		}
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.model.Contract#structures")
	void shouldNotPrintWhatTheServiceDeclaresSensitive(String name) {
		Contract.members(name).forEach((member, description) -> {
			if (description.has("sensitive") || Contract.shape(name).has("sensitive")) {
				assertThat(IDENTIFIERS).as("%s.%s", name, member).doesNotContain("*." + member, name + "." + member);
			}
		});
	}

	@Test
	void shouldShowSizeOrKindOfSensitiveComponents() {
		record Sample(@Sensitive String text, @Sensitive List<String> list, @Sensitive Map<String, String> map,
				@Sensitive JsonNode node, @Sensitive JsonNode string, @Sensitive Blob blob, @Sensitive Object other,
				@Sensitive Object absent, String id, int number) {

		}
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		assertThat(Redaction.toString(new Sample("secret", List.of("a", "b"), Map.of("a", "b"), nodes.objectNode(),
				nodes.stringNode("abc"), Blob.ofUtf8("abcd"), 'x', null, "id-1", 7)))
			.isEqualTo("Sample[text=(6 characters), list=(2 items), map=(1 entries), node=(object), "
					+ "string=(3 characters), blob=Blob[4 bytes], other=(hidden), absent=null, id=id-1, number=7]");
	}

	private static Object create(Class<?> type, int variant) {
		if (type.isSealed()) {
			Class<?>[] permitted = type.getPermittedSubclasses();
			return create(permitted[variant % permitted.length], variant);
		}
		RecordComponent[] components = type.getRecordComponents();
		Object[] values = Arrays.stream(components)
			.map((component) -> value(component.getGenericType(), isIdentifier(type, component), variant))
			.toArray();
		try {
			Constructor<?> constructor = type
				.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
			return constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError("Cannot create " + type, ex);
		}
	}

	private static boolean isIdentifier(Class<?> type, RecordComponent component) {
		return IDENTIFIERS.contains("*." + component.getName())
				|| IDENTIFIERS.contains(type.getSimpleName() + "." + component.getName());
	}

	private static Object value(Type type, boolean identifier, int variant) {
		if (type instanceof ParameterizedType generic) {
			Type[] arguments = generic.getActualTypeArguments();
			Object content = value(arguments[arguments.length - 1], identifier, variant);
			boolean guardrails = arguments[arguments.length - 1].getTypeName().contains("GuardrailAssessment");
			return (generic.getRawType() == List.class) ? List.of(content, content)
					: Map.of(guardrails ? "guardrail-id" : MARK, content);
		}
		Class<?> raw = (Class<?>) type;
		if (raw == String.class) {
			return identifier ? "id" : MARK;
		}
		if (raw == Blob.class) {
			return Blob.ofUtf8(MARK);
		}
		if (raw == JsonNode.class) {
			return JsonNodeFactory.instance.objectNode().put(MARK, MARK);
		}
		if (EnumValue.class.isAssignableFrom(raw)) {
			return createEnumValue(raw);
		}
		return scalar(raw) != null ? scalar(raw) : create(raw, variant);
	}

	private static Object createEnumValue(Class<?> type) {
		try {
			return type.getMethod("of", String.class).invoke(null, "some-value");
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Object scalar(Class<?> type) {
		return Map.<Class<?>, Object>ofEntries(Map.entry(int.class, 1), Map.entry(Integer.class, 1),
				Map.entry(long.class, 1L), Map.entry(Long.class, 1L), Map.entry(float.class, 1f),
				Map.entry(Float.class, 1f), Map.entry(double.class, 1d), Map.entry(Double.class, 1d),
				Map.entry(boolean.class, true), Map.entry(Boolean.class, true), Map.entry(Instant.class, Instant.EPOCH))
			.get(type);
	}

}
