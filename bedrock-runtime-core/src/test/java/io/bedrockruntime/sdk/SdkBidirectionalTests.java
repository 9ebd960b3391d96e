package io.bedrockruntime.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.bedrockruntime.model.Contract;
import io.bedrockruntime.sdk.RecordingServer.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the events that this client and the AWS SDK send over HTTP/2: the signed
 * messages are equal except for date and signature, and so are the events inside.
 */
@Tag("slow")
class SdkBidirectionalTests extends ComparisonWithSdk {

	private static final String OPERATION = "InvokeModelWithBidirectionalStream";

	private final CaseGenerator generator = CaseGenerator.ofRequests();

	@Test
	void everyEventIsSentTheSame() {
		String union = BothClients.inputOf(OPERATION);
		List<JsonNode> events = new ArrayList<>();
		Contract.members(union)
			.forEach((member, description) -> this.generator.of(description.get("type").stringValue())
				.forEach((it) -> events.add(JsonNodeFactory.instance.objectNode().set(member, it.members()))));
		assertThat(events).hasSizeGreaterThanOrEqualTo(9);
		server.respond(WireResponses.plain(OPERATION));
		ObjectNode members = this.generator.minimal(input(OPERATION));
		clients.ours(OPERATION, OurShapes.structure(input(OPERATION), members), events).success();
		Request ours = server.request();
		clients.theirs(OPERATION, SdkShapes.structure(input(OPERATION), members), events).success();
		Request theirs = server.request();
		assertThat(ours.method()).isEqualTo(theirs.method());
		assertThat(ours.uri()).isEqualTo(theirs.uri());
		assertThat(headers(ours)).isEqualTo(headers(theirs)).hasSize(2);
		List<Message> ourMessages = messages(ours);
		List<Message> theirMessages = messages(theirs);
		// The last message is empty, and signals the end to the service.
		assertThat(ourMessages).hasSize(events.size() + 1);
		assertThat(theirMessages).hasSize(events.size() + 1);
		assertThat(ourMessages.get(events.size()).getPayload()).isEmpty();
		assertThat(theirMessages.get(events.size()).getPayload()).isEmpty();
		Differences differences = new Differences();
		for (int i = 0; i < events.size(); i++) {
			Message our = ourMessages.get(i);
			Message their = theirMessages.get(i);
			differences.of(new Case(OPERATION + " " + i, (ObjectNode) events.get(i)),
					(it) -> compare(it, our, their, differences));
		}
		differences.assertNone();
	}

	private static void compare(Case it, Message ours, Message theirs, Differences differences) {
		String type = it.members().propertyNames().iterator().next();
		differences.compare("the signature's headers", types(ours), types(theirs));
		Message our = decode(ours.getPayload()).get(0);
		Message their = decode(theirs.getPayload()).get(0);
		// The SDK adds an HTTP header of the payload to the headers of the event; no
		// other SDK does, and the service's model has none.
		Map<String, HeaderValue> theirHeaders = new HashMap<>(their.getHeaders());
		HeaderValue length = theirHeaders.remove("Content-Length");
		differences.compare("length", our.getPayload().length, Integer.valueOf(length.getString()));
		differences.compare("headers", our.getHeaders(), theirHeaders);
		differences.compareWithContract("type", our.getHeaders().get(":event-type").getString(), type);
		differences.compareTrees(it.members().get(type), JsonMapper.shared().readTree(our.getPayload()),
				JsonMapper.shared().readTree(their.getPayload()));
	}

	private static Map<String, String> headers(Request request) {
		Map<String, String> headers = new TreeMap<>(request.headers());
		headers.keySet().retainAll(List.of("content-type", "x-amz-content-sha256", "content-length"));
		return headers;
	}

	private static List<Message> messages(Request request) {
		return decode(request.body());
	}

	private static List<Message> decode(byte[] bytes) {
		List<Message> messages = new ArrayList<>();
		new MessageDecoder(messages::add).feed(bytes);
		return messages;
	}

	private static List<String> types(Message message) {
		return message.getHeaders()
			.entrySet()
			.stream()
			.map((it) -> it.getKey() + " " + it.getValue().getType())
			.toList();
	}

}
