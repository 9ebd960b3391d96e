package io.bedrockruntime.sdk;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.Contract;
import io.bedrockruntime.sdk.RecordingServer.Response;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Responses as the service sends them, written with neither client's JSON writer. Streams
 * are encoded with AWS's library.
 */
final class WireResponses {

	static final String REQUEST_ID = "11111111-2222-4333-8444-555555555555";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

	private WireResponses() {
	}

	/** The response of an operation whose output has these members. */
	static Response of(String operation, JsonNode members) {
		String output = Contract.operation(operation).get("output").stringValue();
		Map<String, String> headers = headers("application/json");
		byte[] body = null;
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		for (Map.Entry<String, JsonNode> member : members.properties()) {
			JsonNode description = Contract.members(output).get(member.getKey());
			if (description.has("httpHeader")) {
				headers.put(description.get("httpHeader").stringValue().toLowerCase(), member.getValue().stringValue());
			}
			else if (description.has("httpPayload")) {
				body = member.getValue().binaryValue();
			}
			else {
				json.set(member.getKey(), member.getValue());
			}
		}
		return new Response(200, headers, (body != null) ? body : MAPPER.writeValueAsBytes(json));
	}

	/** The response of a streaming operation. */
	static Response stream(String operation, JsonNode members, List<Message> messages) {
		Map<String, String> headers = of(operation, members).headers();
		headers.put("content-type", EVENT_STREAM);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		messages.forEach((message) -> body.writeBytes(message.toByteBuffer().array()));
		return new Response(200, headers, body.toByteArray());
	}

	static Message event(String type, JsonNode payload) {
		return message("event", ":event-type", type, payload);
	}

	static Message exception(String type, JsonNode payload) {
		return message("exception", ":exception-type", type, payload);
	}

	private static Message message(String kind, String typeHeader, String type, JsonNode payload) {
		Map<String, HeaderValue> headers = new LinkedHashMap<>();
		headers.put(typeHeader, HeaderValue.fromString(type));
		headers.put(":content-type", HeaderValue.fromString("application/json"));
		headers.put(":message-type", HeaderValue.fromString(kind));
		return new Message(headers, MAPPER.writeValueAsBytes(payload));
	}

	/** A response that makes a call of the operation succeed. */
	static Response plain(String operation) {
		CaseGenerator generator = CaseGenerator.ofResponses();
		ObjectNode members = generator.minimal(Contract.operation(operation).get("output").stringValue());
		return BothClients.isStream(operation) ? stream(operation, members, plainEvents(operation, generator))
				: of(operation, members);
	}

	static List<Message> plainEvents(String operation, CaseGenerator generator) {
		String union = Contract.eventStream(Contract.operation(operation).get("output").stringValue());
		return Contract.members(union)
			.entrySet()
			.stream()
			.map((member) -> event(member.getKey(), generator.minimal(member.getValue().get("type").stringValue())))
			.toList();
	}

	/** An error with its name in the header, in the body or in both. */
	static Response error(int status, String header, JsonNode body) {
		Map<String, String> headers = headers("application/json");
		if (header != null) {
			headers.put("x-amzn-ErrorType", header);
		}
		return new Response(status, headers, MAPPER.writeValueAsBytes(body));
	}

	private static Map<String, String> headers(String contentType) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("content-type", contentType);
		headers.put("x-amzn-RequestId", REQUEST_ID);
		return headers;
	}

}
