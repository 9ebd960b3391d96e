package io.bedrockruntime.samples.chat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test client that sends requests like the page.
 */
final class ChatClient {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final WebTestClient client;

	ChatClient(WebTestClient client) {
		this.client = client.mutate().responseTimeout(TIMEOUT).build();
	}

	List<JsonNode> events(List<String> features, List<?> messages) {
		List<JsonNode> events = post(features, messages).expectStatus()
			.isOk()
			.returnResult(JsonNode.class)
			.getResponseBody()
			.collectList()
			.block(TIMEOUT);
		return (events != null) ? events : List.of();
	}

	/** Send a request that is rejected, and return the reason. */
	String refusal(HttpStatusCode status, List<String> features, List<?> messages) {
		EntityExchangeResult<JsonNode> result = post(features, messages).expectStatus()
			.isEqualTo(status)
			.expectBody(JsonNode.class)
			.returnResult();
		assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		JsonNode problem = result.getResponseBody();
		return (problem != null) ? problem.path("detail").asString("") : "";
	}

	private WebTestClient.ResponseSpec post(List<String> features, List<?> messages) {
		return this.client.post()
			.uri("/api/chat")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_PROBLEM_JSON)
			.bodyValue(Map.of("model", "global.amazon.nova-2-lite-v1:0", "features", features, "messages", messages))
			.exchange();
	}

	static Map<String, Object> user(String text, Map<?, ?>... files) {
		return Map.of("role", "user", "text", text, "files", List.of(files));
	}

	static Map<String, Object> answer(String json) {
		return Map.of("role", "assistant", "answer", json);
	}

	static Map<String, String> file(String name, byte[] data) {
		return Map.of("name", name, "data", Base64.getEncoder().encodeToString(data));
	}

	static String type(JsonNode event) {
		return event.get("type").asString();
	}

}
