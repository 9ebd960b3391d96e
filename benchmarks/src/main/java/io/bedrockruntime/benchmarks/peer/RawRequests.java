package io.bedrockruntime.benchmarks.peer;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Requests of bare HTTP clients, with the minimum that a server accepts.
 */
final class RawRequests {

	static final String AUTHORIZATION = "Bearer " + ExampleCredentials.API_KEY;

	private RawRequests() {
	}

	static URI uri(PeerSettings settings, String modelId, String operation) {
		return URI.create(
				settings.endpoint() + "/model/" + URLEncoder.encode(modelId, StandardCharsets.UTF_8) + "/" + operation);
	}

	static byte[] body(Conversation conversation) {
		StringBuilder json = new StringBuilder("{\"messages\":[");
		boolean user = true;
		for (String text : conversation.texts()) {
			json.append((json.charAt(json.length() - 1) == '}') ? "," : "")
				.append("{\"role\":\"")
				.append(user ? "user" : "assistant")
				.append("\",\"content\":[{\"text\":\"");
			escape(json, text);
			json.append("\"}]}");
			user = !user;
		}
		return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void escape(StringBuilder json, String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '"' || character == '\\') {
				json.append('\\').append(character);
			}
			else if (character < ' ') {
				json.append(String.format("\\u%04x", (int) character));
			}
			else {
				json.append(character);
			}
		}
	}

}
