package io.bedrockruntime.sdk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.bedrockruntime.model.Contract;
import io.bedrockruntime.sdk.RecordingServer.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the requests of this client and the AWS SDK, for every operation, member,
 * variant and value of the contract: they are equal as sent, and their JSON conforms to
 * the contract.
 */
@Tag("exhaustive")
class SdkRequestTests extends ComparisonWithSdk {

	private static final JsonMapper EXACT = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

	private static final Set<String> WITH_BUILDER = Set.of("Converse", "ConverseStream", "InvokeModel",
			"InvokeModelWithResponseStream", "ListAsyncInvokes");

	private static final String TOKEN = "clientRequestToken";

	@ParameterizedTest
	@CsvSource({ "ApplyGuardrail, 48", "Converse, 388", "ConverseStream, 391", "CountTokens, 336", "GetAsyncInvoke, 3",
			"InvokeGuardrailChecks, 83", "InvokeModel, 36", "InvokeModelWithResponseStream, 36", "ListAsyncInvokes, 50",
			"StartAsyncInvoke, 42" })
	void everyRequestIsTheSame(String operation, int atLeast) {
		Differences differences = new Differences();
		server.respond(WireResponses.plain(operation));
		List<Case> cases = CaseGenerator.ofRequests().of(input(operation));
		cases.forEach((each) -> differences.of(each, (it) -> compare(operation, it, differences)));
		differences.assertNone();
		assertThat(differences.cases()).isGreaterThanOrEqualTo(atLeast);
	}

	@ParameterizedTest
	@ValueSource(strings = { "InvokeModel", "InvokeModelWithResponseStream" })
	void longestMetadataIsTheSame(String operation) {
		Differences differences = new Differences();
		server.respond(WireResponses.plain(operation));
		ObjectNode members = CaseGenerator.ofRequests()
			.minimal(input(operation))
			.put("requestMetadata", "m".repeat(8500));
		differences.of(new Case(operation, members), (it) -> compare(operation, it, differences));
		differences.assertNone();
	}

	private static void compare(String operation, Case it, Differences differences) {
		String input = input(operation);
		Object request = OurShapes.structure(input, it.members());
		Object built = OurShapes.built(input, request);
		if (built != null || WITH_BUILDER.contains(operation)) {
			differences.compareWithContract("what a builder makes", built, request);
		}
		clients.ours(operation, request).success();
		Request ours = server.request();
		clients.theirs(operation, SdkShapes.structure(input, it.members())).success();
		Request theirs = server.request();
		differences.compare("method", ours.method(), theirs.method());
		differences.compareWithContract("method", ours.method(),
				Contract.operation(operation).get("method").stringValue());
		differences.compare("path", ours.path(), theirs.path());
		differences.compareWithContract("path", ours.path(), expectedPath(operation, it));
		differences.compare("query", parameters(ours), parameters(theirs));
		differences.compare("query, decoded", decoded(ours), decoded(theirs));
		differences.compareWithContract("query", decoded(ours), expectedQuery(input, it));
		Map<String, String> ourHeaders = boundHeaders(input, it, ours);
		Map<String, String> theirHeaders = boundHeaders(input, it, theirs);
		takeTypeOfNothing(input, it, ourHeaders, theirHeaders);
		differences.compare("headers", ourHeaders, theirHeaders);
		differences.compareWithContract("headers", ourHeaders, expectedHeaders(input, it, ourHeaders));
		compareBodies(input, it, ours, theirs, differences);
	}

	/** The contract's path with each label encoded by the rule of RFC 3986. */
	private static String expectedPath(String operation, Case it) {
		String path = Contract.operation(operation).get("path").stringValue();
		for (Map.Entry<String, JsonNode> member : Contract.members(input(operation)).entrySet()) {
			if (member.getValue().has("httpLabel")) {
				String label = URLEncoder
					.encode(it.members().get(member.getKey()).stringValue(), StandardCharsets.UTF_8)
					.replace("+", "%20")
					.replace("*", "%2A")
					.replace("%7E", "~");
				path = path.replace("{" + member.getKey() + "}", label);
			}
		}
		return path;
	}

	// Query

	private static List<String> parameters(Request request) {
		return (request.query() != null) ? Arrays.stream(request.query().split("&")).sorted().toList() : List.of();
	}

	private static Map<String, String> decoded(Request request) {
		Map<String, String> decoded = new TreeMap<>();
		parameters(request).forEach((parameter) -> {
			String[] pair = parameter.split("=", 2);
			decoded.merge(decode(pair[0]), decode((pair.length > 1) ? pair[1] : ""), (a, b) -> a + " and " + b);
		});
		return decoded;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static Map<String, String> expectedQuery(String input, Case it) {
		Map<String, String> expected = new TreeMap<>();
		Contract.members(input).forEach((member, description) -> {
			if (description.has("httpQuery") && it.members().has(member)) {
				expected.put(description.get("httpQuery").stringValue(), it.members().get(member).asString());
			}
		});
		return expected;
	}

	// Headers

	private static Map<String, String> boundHeaders(String input, Case it, Request request) {
		Map<String, String> headers = new TreeMap<>(request.headers());
		Set<String> others = Set.of("content-type", "accept");
		headers.keySet().removeIf((name) -> !name.startsWith("x-amzn-bedrock") && !others.contains(name));
		// If no member is bound to it, the SDK leaves it to its HTTP client.
		if (!isBound(input, it, "accept")) {
			headers.remove("accept");
		}
		return headers;
	}

	private static boolean isBound(String input, Case it, String header) {
		return Contract.members(input)
			.entrySet()
			.stream()
			.anyMatch((member) -> member.getValue().has("httpHeader") && it.members().has(member.getKey())
					&& member.getValue().get("httpHeader").stringValue().equalsIgnoreCase(header));
	}

	/**
	 * The SDK sends no content type for a missing payload, and the JDK's HTTP client then
	 * adds one. This client always sends a content type.
	 */
	private static void takeTypeOfNothing(String input, Case it, Map<String, String> ours, Map<String, String> theirs) {
		boolean payload = Contract.members(input).values().stream().anyMatch((member) -> member.has("httpPayload"));
		if (payload && !it.members().has("body") && !isBound(input, it, "content-type")) {
			assertThat(theirs.remove("content-type")).isIn(null, "application/x-www-form-urlencoded");
			assertThat(ours.remove("content-type")).isEqualTo("application/json");
		}
	}

	private static Map<String, String> expectedHeaders(String input, Case it, Map<String, String> actual) {
		Map<String, String> expected = new TreeMap<>();
		Contract.members(input).forEach((member, description) -> {
			if (description.has("httpHeader") && it.members().has(member)) {
				expected.put(description.get("httpHeader").stringValue().toLowerCase(),
						it.members().get(member).stringValue());
			}
		});
		if (actual.containsKey("content-type")) {
			expected.putIfAbsent("content-type", "application/json");
		}
		return expected;
	}

	// Body

	private static void compareBodies(String input, Case it, Request ours, Request theirs, Differences differences) {
		Map<String, JsonNode> members = Contract.members(input);
		boolean raw = members.values().stream().anyMatch((description) -> description.has("httpPayload"));
		if (raw || ours.method().equals("GET")) {
			byte[] expected = it.members().has("body") ? it.members().get("body").binaryValue() : new byte[0];
			differences.compare("body", hex(ours.body()), hex(theirs.body()));
			differences.compareWithContract("body", hex(ours.body()), hex(expected));
			return;
		}
		ObjectNode ourJson = (ObjectNode) EXACT.readTree(ours.body());
		ObjectNode theirJson = (ObjectNode) EXACT.readTree(theirs.body());
		ObjectNode expected = it.members().deepCopy();
		members.forEach((member, description) -> {
			if (Contract.isBound(description)) {
				expected.remove(member);
			}
			if (description.has("idempotencyToken") && !expected.has(member)) {
				takeToken(member, ourJson, theirJson);
			}
		});
		differences.compareTrees(expected, ourJson, theirJson);
	}

	/** A token that the caller did not set is different for each client. */
	private static void takeToken(String member, ObjectNode ours, ObjectNode theirs) {
		assertThat(member).isEqualTo(TOKEN);
		String our = ours.remove(member).stringValue();
		assertThat(our).matches(UUID).isNotEqualTo(theirs.get(member).stringValue());
		assertThat(theirs.remove(member).stringValue()).matches(UUID);
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

}
