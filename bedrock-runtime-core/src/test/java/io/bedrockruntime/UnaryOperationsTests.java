package io.bedrockruntime;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.bedrockruntime.exception.ConflictException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeOutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeS3OutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeStatus;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesResponse;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeResponse;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.counttokens.CountTokensResponse;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailResponse;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailTextBlock;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksConfig;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksResponse;
import io.bedrockruntime.settings.RequestDefaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the operations whose response is entirely in its JSON body, against a server
 * whose responses conform to the service's contract.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnaryOperationsTests {

	private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:async-invoke/ab12";

	private static final StartAsyncInvokeRequest START = StartAsyncInvokeRequest.of("model",
			JsonNodeFactory.instance.objectNode(),
			AsyncInvokeOutputDataConfig.s3OutputDataConfig(AsyncInvokeS3OutputDataConfig.of("s3://bucket")));

	private static final JsonNode CONTRACT = contract();

	private final List<String> uris = new CopyOnWriteArrayList<>();

	private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	private volatile BiFunction<Integer, String, String> responder = (number, uri) -> "{}";

	private DisposableServer server;

	private ReactiveBedrockRuntimeTemplate client;

	@BeforeEach
	void start() {
		this.server = HttpServer.create()
			.bindAddress(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.handle((request,
					response) -> request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
						this.uris.add(request.uri());
						this.bodies.add(body.isEmpty() ? null : BedrockRuntimeJson.mapper().readTree(body));
						return response.status(this.status)
							.header("content-type", "application/json")
							.header("x-amzn-requestid", "request-1")
							.sendString(Mono.just(this.responder.apply(this.uris.size(), request.uri())))
							.then();
					}))
			.bindNow();
		this.client = client(RequestDefaults.none());
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.disposeNow();
	}

	static Stream<Arguments> operations() {
		return Stream.of(
				operation("ApplyGuardrail",
						(client) -> client.applyGuardrail(
								ApplyGuardrailRequest.of("guardrail", "1", GuardrailContentSource.INPUT, List.of())),
						ApplyGuardrailResponse::responseMetadata),
				operation("InvokeGuardrailChecks",
						(client) -> client.invokeGuardrailChecks(
								new InvokeGuardrailChecksRequest(List.of(), GuardrailChecksConfig.none())),
						InvokeGuardrailChecksResponse::responseMetadata),
				operation("CountTokens", (client) -> client.countTokens(ConverseRequest.of("model", "text")),
						CountTokensResponse::responseMetadata),
				operation("StartAsyncInvoke", (client) -> client.startAsyncInvoke(START),
						StartAsyncInvokeResponse::responseMetadata),
				operation("GetAsyncInvoke", (client) -> client.getAsyncInvoke(new GetAsyncInvokeRequest(ARN)),
						GetAsyncInvokeResponse::responseMetadata),
				operation("ListAsyncInvokes",
						(client) -> client.listAsyncInvokes(ListAsyncInvokesRequest.builder().build()),
						ListAsyncInvokesResponse::responseMetadata));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void shouldReadAllThatTheContractAllows(String operation,
			Function<ReactiveBedrockRuntimeOperations, Mono<Structure>> call,
			Function<Structure, ResponseMetadata> metadata) {
		JsonNode sample = sample(CONTRACT.at("/operations/" + operation + "/output").stringValue());
		this.responder = (number, uri) -> sample.toString();
		Structure response = call.apply(this.client).block();
		assertThat(BedrockRuntimeJson.mapper().<JsonNode>valueToTree(response)).isEqualTo(sample);
		assertThat(metadata.apply(response).requestId()).isEqualTo("request-1");
		assertThat(metadata.apply(response).httpStatus()).isEqualTo(200);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void whenResponseCannotBeReadThenExceptionNamesTheOperation(String operation,
			Function<ReactiveBedrockRuntimeOperations, Mono<Structure>> call,
			Function<Structure, ResponseMetadata> metadata) {
		for (String broken : List.of("null", "[\"secret\"]", "{\"secret", "")) {
			this.responder = (number, uri) -> broken;
			StepVerifier.create(call.apply(this.client))
				.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
					.hasMessageStartingWith(operation + " failed")
					.hasMessageNotContaining("secret"));
		}
	}

	@Test
	void whenServiceRefusesThenItsOwnExceptionIsThrown() {
		this.status = 400;
		this.responder = (number, uri) -> "{\"__type\":\"ConflictException\",\"message\":\"token in use\"}";
		StepVerifier.create(this.client.startAsyncInvoke(START)).verifyError(ConflictException.class);
	}

	@Test
	void whenRequestHasNoTokenThenEachCallHasItsOwn() {
		this.responder = (number, uri) -> "{\"invocationArn\":\"" + ARN + "\"}";
		Mono<StartAsyncInvokeResponse> call = this.client.startAsyncInvoke(START);
		assertThat(call.block().invocationArn()).isEqualTo(ARN);
		call.block();
		this.client.startAsyncInvoke(START.withClientRequestToken("mine")).block();
		List<String> tokens = this.bodies.stream().map((body) -> body.get("clientRequestToken").stringValue()).toList();
		assertThat(tokens).hasSize(3).doesNotHaveDuplicates();
		assertThat(tokens.get(0)).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
		assertThat(tokens.get(2)).isEqualTo("mine");
	}

	@Test
	void whenThereIsADefaultGuardrailThenIsApplied() {
		this.responder = (number, uri) -> sample("ApplyGuardrailResponse").toString();
		try (ReactiveBedrockRuntimeTemplate guarded = client(
				RequestDefaults.none().withGuardrailConfig(GuardrailStreamConfiguration.of("ab/12", "3")))) {
			guarded
				.applyGuardrail(GuardrailContentSource.OUTPUT, GuardrailContentBlock.text(GuardrailTextBlock.of("a")))
				.block();
		}
		assertThat(this.uris).containsExactly("/guardrail/ab%2F12/version/3/apply");
		assertThat(this.bodies.get(0))
			.isEqualTo(json("{\"source\":\"OUTPUT\",\"content\":[{\"text\":{\"text\":\"a\"}}]}"));
	}

	@ParameterizedTest
	@CsvSource({ "ab12,", ",1", "," })
	void whenDefaultGuardrailIsIncompleteThenFails(String identifier, String version) {
		try (ReactiveBedrockRuntimeTemplate guarded = client(RequestDefaults.none()
			.withGuardrailConfig(new GuardrailStreamConfiguration(identifier, version, null, null)))) {
			StepVerifier.create(guarded.applyGuardrail(GuardrailContentSource.INPUT))
				.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
					.hasMessageContaining("default guardrail"));
		}
		StepVerifier.create(this.client.applyGuardrail(GuardrailContentSource.INPUT))
			.verifyError(IllegalStateException.class);
		assertThat(this.uris).isEmpty();
	}

	@Test
	void shouldListAllPages() {
		this.responder = (number, uri) -> page((number % 2 == 1) ? "b+c" : null, number);
		ListAsyncInvokesRequest request = ListAsyncInvokesRequest.builder()
			.submitTimeAfter(Instant.parse("2026-01-02T03:04:05.600Z"))
			.build();
		String query = "/async-invoke?submitTimeAfter=2026-01-02T03%3A04%3A05.600Z";
		assertThat(this.client.listAllAsyncInvokes(request).collectList().block()).hasSize(2);
		assertThat(this.uris).containsExactly(query, query + "&nextToken=b%2Bc");
		BedrockRuntimeOperations blocking = new BedrockRuntimeTemplate(this.client);
		assertThat(blocking.listAllAsyncInvokes((builder) -> builder.submitTimeAfter(request.submitTimeAfter())))
			.extracting((summary) -> summary.invocationArn())
			.containsExactly("3", "4");
		assertThat(this.uris.subList(2, 4)).containsExactly(query, query + "&nextToken=b%2Bc");
	}

	@Test
	void shouldAwaitCompletion() {
		ObjectNode invocation = sample("GetAsyncInvokeResponse");
		this.responder = (number, uri) -> invocation.put("status", (number < 2) ? "InProgress" : "Completed")
			.toString();
		GetAsyncInvokeResponse response = new BedrockRuntimeTemplate(this.client).awaitAsyncInvoke(ARN,
				Duration.ofSeconds(50));
		assertThat(response.status()).isEqualTo(AsyncInvokeStatus.COMPLETED);
		assertThat(this.uris).hasSize(2)
			.allMatch("/async-invoke/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aasync-invoke%2Fab12"::equals);
	}

	private ReactiveBedrockRuntimeTemplate client(RequestDefaults defaults) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(URI.create("http://localhost:" + this.server.port()))
			.region("us-east-1")
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("akid", "secret")))
			.requestDefaults(defaults)
			.build();
	}

	private static String page(String nextToken, int arn) {
		ObjectNode page = JsonNodeFactory.instance.objectNode();
		page.putArray("asyncInvokeSummaries")
			.add(sample("AsyncInvokeSummary").put("invocationArn", String.valueOf(arn)));
		return ((nextToken != null) ? page.put("nextToken", nextToken) : page).toString();
	}

	@SuppressWarnings("unchecked")
	private static <R extends Structure> Arguments operation(String name,
			Function<ReactiveBedrockRuntimeOperations, Mono<R>> call, Function<R, ResponseMetadata> metadata) {
		return arguments(name, call,
				(Function<Structure, ResponseMetadata>) (response) -> metadata.apply((R) response));
	}

	private static JsonNode json(String json) {
		return BedrockRuntimeJson.mapper().readTree(json);
	}

	private static JsonNode contract() {
		try (InputStream contract = UnaryOperationsTests.class.getResourceAsStream("/bedrock-runtime-api.json")) {
			return BedrockRuntimeJson.mapper().readTree(contract);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Create JSON of a shape with every member of each structure, and the last member of
	 * each union.
	 */
	private static ObjectNode sample(String shape) {
		JsonNode definition = CONTRACT.get("shapes").get(shape);
		ObjectNode sample = JsonNodeFactory.instance.objectNode();
		for (Map.Entry<String, JsonNode> member : definition.get("members").properties()) {
			if (definition.get("kind").stringValue().equals("union")) {
				sample.removeAll();
			}
			sample.set(member.getKey(), value(member.getValue()));
		}
		return sample;
	}

	private static JsonNode value(JsonNode member) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		String type = member.get("type").stringValue();
		if (member.has("enum")) {
			return CONTRACT.get("enums").get(member.get("enum").stringValue()).get(0);
		}
		return switch (type) {
			case "list" -> new ArrayNode(nodes, List.of(value(member.get("of")), value(member.get("of"))));
			case "string" -> nodes.stringNode("a \u00E4\uD83D\uDE00 \"b\"");
			case "integer" -> nodes.numberNode(7);
			case "long" -> nodes.numberNode(7_000_000_000L);
			case "double" -> nodes.numberNode(0.25);
			case "boolean" -> nodes.booleanNode(true);
			case "timestamp(date-time)" -> nodes.stringNode("2026-01-02T03:04:05.678Z");
			default -> sample(type);
		};
	}

}
