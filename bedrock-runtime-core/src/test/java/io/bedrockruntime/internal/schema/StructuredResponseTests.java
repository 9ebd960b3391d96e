package io.bedrockruntime.internal.schema;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.JsonSchemaDefinition;
import io.bedrockruntime.model.converse.OutputConfig;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.structured.StructuredResponse;
import io.bedrockruntime.structured.StructuredResponseException;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import io.bedrockruntime.tool.ToolFunctions;
import io.bedrockruntime.tool.ToolFunctionsBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StructuredResponseTests {

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final String CITY = "{\"name\":\"Rome\",\"country\":null}";

	private static final String CITY_SCHEMA = """
			{"type":"object","properties":{"name":{"type":"string"},"country":{"type":["string","null"]}},
			"required":["name","country"],"additionalProperties":false}""";

	private final RawServer server = new RawServer();

	private final ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
		.region("eu-central-1")
		.endpoint(this.server.endpoint())
		.apiKey("key")
		.requestDefaults(RequestDefaults.none().withModelId("default-model"))
		.build();

	private final BedrockRuntimeTemplate blocking = new BedrockRuntimeTemplate(this.client);

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void shouldAskForATypeAndReadIt() {
		respond(CITY, "end_turn");
		City rome = new City("Rome", null);
		StructuredResponse<City> response = this.blocking.converse(REQUEST, City.class);
		assertThat(response.value()).isEqualTo(rome);
		assertThat(response.response().usage().totalTokens()).isEqualTo(3);
		assertThat(response.toString()).doesNotContain("Rome");
		JsonNode format = sent(0).at("/outputConfig/textFormat");
		assertThat(format.at("/type").stringValue()).isEqualTo("json_schema");
		assertThat(format.at("/structure/jsonSchema/name").stringValue()).isEqualTo("City");
		assertThat(json(format.at("/structure/jsonSchema/schema").stringValue())).isEqualTo(json(CITY_SCHEMA));
		assertThat(this.client.converse((request) -> request.user("text"), City.class).block().value()).isEqualTo(rome);
		assertThat(this.blocking.converse((request) -> request.user("text"), City.class).value()).isEqualTo(rome);
		assertThat(this.server.requests().get(2).line()).contains("/model/default-model/converse");
		assertThat(sent(2).at("/outputConfig")).isEqualTo(sent(0).at("/outputConfig"));
	}

	@Test
	void whenTypeIsNotAnObjectThenIsWrappedInOne() {
		respond("{\"value\":[{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}]}", "end_turn");
		ParameterizedTypeReference<List<Tree>> type = new ParameterizedTypeReference<>() {
		};
		List<Tree> expected = List.of(new Tree("a", List.of(new Tree("b", List.of()))));
		assertThat(this.blocking.converse(REQUEST, type).value()).isEqualTo(expected);
		assertThat(this.client.converse(REQUEST, type).block().value()).isEqualTo(expected);
		JsonNode definition = sent(0).at("/outputConfig/textFormat/structure/jsonSchema");
		assertThat(definition.at("/name").stringValue()).isEqualTo("List");
		assertThat(json(definition.at("/schema").stringValue())).isEqualTo(json("""
				{"type":"object","properties":{"value":{"type":"array","items":{"type":"object","properties":{
				"name":{"type":"string"},"children":{"$ref":"#/properties/value"}},"required":["name","children"],
				"additionalProperties":false}}},"required":["value"],"additionalProperties":false}"""));
		respond("{\"a\":{\"name\":\"b\",\"children\":[]}}", "end_turn");
		assertThat(this.blocking.converse(REQUEST, new ParameterizedTypeReference<Map<String, Tree>>() {
		}).value()).isEqualTo(Map.of("a", new Tree("b", List.of())));
		respond("{\"value\":\"K\"}", "end_turn");
		assertThat(this.blocking.converse(REQUEST, Unit.class).value()).isEqualTo(Unit.KELVIN);
	}

	@Test
	void whenTypeHasALongNameThenSchemaHasAsMuchOfItAsTheServiceTakes() {
		record ANameThatIsLongerThanTheSixtyFourCharactersThatTheServiceTakesForOne(String name) {
		}
		respond(CITY, "end_turn");
		this.blocking.converse(REQUEST, ANameThatIsLongerThanTheSixtyFourCharactersThatTheServiceTakesForOne.class);
		assertThat(sent(0).at("/outputConfig/textFormat/structure/jsonSchema/name").stringValue())
			.isEqualTo("ANameThatIsLongerThanTheSixtyFourCharactersThatTheServiceTakesFo");
	}

	@Test
	void whenRequestHasAnOutputConfigThenFillsOnlyItsGap() {
		respond(CITY, "end_turn");
		this.blocking.converse(REQUEST.toBuilder().outputConfig(OutputConfig.defaults().withEffort("low")).build(),
				City.class);
		assertThat(sent(0).at("/outputConfig/effort").stringValue()).isEqualTo("low");
		assertThat(sent(0).at("/outputConfig/textFormat/structure/jsonSchema/name").stringValue()).isEqualTo("City");
		this.blocking.converse(
				REQUEST.toBuilder().outputConfig(OutputConfig.jsonSchema(JsonSchemaDefinition.of("{}"))).build(),
				City.class);
		assertThat(sent(1).at("/outputConfig/textFormat/structure/jsonSchema")).isEqualTo(json("{\"schema\":\"{}\"}"));
	}

	@Test
	void whenRequestHasItsOwnFormatThenResponseIsReadUnchanged() {
		respond("[1,2]", "end_turn");
		assertThat(this.blocking
			.converse(REQUEST.toBuilder().outputConfig(OutputConfig.jsonSchema(JsonSchemaDefinition.of("{}"))).build(),
					new ParameterizedTypeReference<List<Integer>>() {
					})
			.value()).containsExactly(1, 2);
	}

	@Test
	void whenRequestHasItsOwnFormatThenNeedsNoLibraries() throws Exception {
		try (WithoutSchemaLibraries loader = new WithoutSchemaLibraries()) {
			Method run = loader.loadClass(OwnForm.class.getName()).getDeclaredMethod("run");
			run.setAccessible(true);
			assertThat(run.invoke(null)).isEqualTo("Rome");
		}
	}

	@Test
	void shouldDeriveSchemaOfAllThatARecordCanHold() {
		assertThat(JsonSchemas.of(Everything.class)).isEqualTo(json("""
				{"type":"object","properties":{
				"temp_c":{"type":"number","description":"in the shade"},
				"unit":{"type":"string","enum":["C","K"]},
				"optional":{"type":["string","null"]},
				"city":%s,
				"map":{"type":"object","additionalProperties":{"type":"integer"}},
				"list":{"type":["array","null"],"items":{"type":"boolean"}},
				"date":{"type":"string","format":"date"},
				"instant":{"type":"string","format":"date-time"},
				"duration":{"type":"string","format":"duration"},
				"id":{"type":"string","format":"uuid"},
				"number":{"type":"number"},
				"any":{}},
				"required":["temp_c","unit","optional","city","map","list","date","instant","duration","id","number",
				"any"],"additionalProperties":false}"""
			.formatted(CITY_SCHEMA.replaceFirst("\"object\"", "[\"object\",\"null\"]"))));
		respond("""
				{"temp_c":1.5,"unit":"C","optional":"a","city":%s,"map":{"a":1},"list":[true],"date":"2026-01-02",
				"instant":"2026-01-02T03:04:05Z","duration":"PT1M","id":"00000000-0000-4000-8000-000000000000",
				"number":1.10,"any":[1]}""".formatted(CITY), "end_turn");
		Everything value = this.blocking.converse(REQUEST, Everything.class).value();
		assertThat(value).isEqualTo(new Everything(1.5, Unit.CELSIUS, Optional.of("a"), new City("Rome", null),
				Map.of("a", 1), List.of(true), LocalDate.of(2026, 1, 2), Instant.parse("2026-01-02T03:04:05Z"),
				Duration.ofMinutes(1), UUID.fromString("00000000-0000-4000-8000-000000000000"), new BigDecimal("1.10"),
				json("[1]")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "max_tokens", "guardrail_intervened", "content_filtered", "tool_use", "refusal" })
	void whenModelStoppedBeforeTheEndThenSaysWhyAndKeepsTheResponse(String reason) {
		respond(CITY, reason);
		assertThatExceptionOfType(StructuredResponseException.class)
			.isThrownBy(() -> this.blocking.converse(REQUEST, City.class))
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.response().text()).isEqualTo(CITY))
			.satisfies((ex) -> assertThat(ex.response().usage().totalTokens()).isEqualTo(3));
		StepVerifier.create(this.client.converse(REQUEST, City.class)).verifyError(StructuredResponseException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = { "''", "null", "Rome", "secret", "{\"secret\"", "[]",
			"{}", "{\"name\":null}", "{\"name\":{\"secret\":1}}", "{\"name\":\"secret\"} secret", "\"secret\"" })
	void whenResponseDoesNotMatchThenExceptionKeepsItWithoutQuotingIt(String text) {
		respond(text, "end_turn");
		StructuredResponseException thrown = catchThrowableOfType(StructuredResponseException.class,
				() -> this.blocking.converse(REQUEST, City.class));
		assertThat(thrown).hasMessageStartingWith("Response does not match its type");
		assertThat(thrown.response().text()).isEqualTo(text);
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			assertThat(cause.toString()).doesNotContain("secret").doesNotContain("Rome");
		}
	}

	@Test
	void whenEnumValueIsNotKnownThenDoesNotFit() {
		respond("{\"value\":\"secret\"}", "end_turn");
		assertThatExceptionOfType(StructuredResponseException.class)
			.isThrownBy(() -> this.blocking.converse(REQUEST, Unit.class))
			.satisfies((ex) -> assertThat(ex.getCause().getMessage()).doesNotContain("secret"));
	}

	@Test
	void whenLibrariesAreMissingThenNamesThemAndAllElseWorks() throws Exception {
		try (WithoutSchemaLibraries loader = new WithoutSchemaLibraries()) {
			Method schema = loader.loadClass(JsonSchemas.class.getName()).getDeclaredMethod("of", Type.class);
			schema.setAccessible(true);
			assertThatExceptionOfType(InvocationTargetException.class).isThrownBy(() -> schema.invoke(null, City.class))
				.havingCause()
				.isInstanceOf(IllegalStateException.class)
				.withMessageContaining("com.github.victools:jsonschema-generator")
				.withMessageContaining("com.github.victools:jsonschema-module-jackson")
				.withMessageContaining("5.0.0");
			for (Class<?> type : List.of(ReactiveBedrockRuntimeTemplate.class, BedrockRuntimeTemplate.class,
					ToolFunctionsBuilder.class, ToolFunctions.class, StructuredOutput.class)) {
				Class<?> loaded = Class.forName(type.getName(), true, loader);
				assertThat(loaded.getClassLoader()).isSameAs(loader);
				assertThat(loaded.getDeclaredMethods()).isNotEmpty();
			}
		}
	}

	/** Runs without the libraries that derive a schema. */
	static final class OwnForm {

		static String run() {
			ConverseRequest request = REQUEST.toBuilder()
				.outputConfig(OutputConfig.jsonSchema(JsonSchemaDefinition.of(CITY_SCHEMA)))
				.build();
			ObjectNode json = (ObjectNode) json(Responses.CONVERSE_RESPONSE);
			((ObjectNode) json.at("/output/message/content/0")).put("text", CITY);
			ConverseResponse response = BedrockRuntimeJson.mapper().treeToValue(json, ConverseResponse.class);
			assertThat(StructuredOutput.withSchema(request, City.class)).isSameAs(request);
			boolean wrapped = StructuredOutput.isWrapped(request, City.class);
			return StructuredOutput.<City>read(response, City.class, wrapped).value().name();
		}

	}

	private void respond(String text, String stopReason) {
		ObjectNode response = (ObjectNode) json(Responses.CONVERSE_RESPONSE);
		((ObjectNode) response.at("/output/message/content/0")).put("text", text);
		this.server.respond(Responses.ok(response.put("stopReason", stopReason).toString()));
	}

	private JsonNode sent(int index) {
		return json(new String(this.server.requests().get(index).body()));
	}

	private static JsonNode json(String json) {
		return BedrockRuntimeJson.mapper().readTree(json);
	}

	record City(String name, @Nullable String country) {

	}

	record Tree(String name, List<Tree> children) {

	}

	enum Unit {

		CELSIUS("C"), KELVIN("K");

		private final String symbol;

		Unit(String symbol) {
			this.symbol = symbol;
		}

		@JsonValue
		String symbol() {
			return this.symbol;
		}

	}

	record Everything(@JsonProperty("temp_c") @JsonPropertyDescription("in the shade") double temperature, Unit unit,
			Optional<String> optional, @Nullable City city, Map<String, Integer> map, @Nullable List<Boolean> list,
			LocalDate date, Instant instant, Duration duration, UUID id, BigDecimal number, JsonNode any) {

	}

	/** Loads all classes again, except the libraries that derive schemas. */
	private static final class WithoutSchemaLibraries extends URLClassLoader {

		WithoutSchemaLibraries() {
			super(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
				.filter((entry) -> !entry.contains("victools") && !entry.contains("jsonschema"))
				.map(WithoutSchemaLibraries::url)
				.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
		}

		private static URL url(String entry) {
			try {
				return new File(entry).toURI().toURL();
			}
			catch (MalformedURLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
