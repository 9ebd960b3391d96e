package io.bedrockruntime.sdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.Contract;
import io.bedrockruntime.sdk.BothClients.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.eventstream.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the events that this client and the AWS SDK read from the same streams, with
 * every event, member, variant, value and exception of the contract: they are equal, in
 * order, and equal the sent events.
 */
@Tag("slow")
class SdkEventTests extends ComparisonWithSdk {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final CaseGenerator generator = CaseGenerator.ofResponses();

	@ParameterizedTest
	@CsvSource({ "ConverseStream, 2806", "InvokeModelWithBidirectionalStream, 27",
			"InvokeModelWithResponseStream, 27" })
	void everyEventIsReadTheSame(String operation, int atLeast) {
		List<Case> events = new ArrayList<>();
		// Metadata ends a Converse stream only after messageStop, so it is first.
		List<String> types = new ArrayList<>(events(operation).keySet());
		Collections.reverse(types);
		types.remove("messageStop");
		types.add("messageStop");
		types.retainAll(events(operation).keySet());
		types.forEach((type) -> {
			String shape = events(operation).get(type).get("type").stringValue();
			this.generator.of(shape)
				.forEach((it) -> events
					.add(new Case(type + ": " + it.name(), NODES.objectNode().set(type, it.members()))));
		});
		if (types.contains("metadata")) {
			events.add(new Case("the last",
					NODES.objectNode().set("metadata", this.generator.minimal("ConverseStreamMetadataEvent"))));
		}
		Differences differences = new Differences();
		List<Message> messages = new ArrayList<>();
		List<Case> expected = new ArrayList<>();
		events.forEach((event) -> {
			boolean last = event.name().equals("the last");
			for (JsonNode payload : last ? List.of(payload(event)) : forms(payload(event))) {
				messages.add(WireResponses.event(type(event), payload));
				expected.add(event);
			}
		});
		server.respond(WireResponses.stream(operation, this.generator.minimal(output(operation)), messages));
		Outcome ours = clients.ours(operation,
				OurShapes.structure(input(operation), this.generator.minimal(input(operation))));
		Outcome theirs = clients.theirs(operation,
				SdkShapes.structure(input(operation), this.generator.minimal(input(operation))));
		ours.success();
		theirs.success();
		assertThat(ours.events()).hasSameSizeAs(expected);
		assertThat(theirs.events()).hasSameSizeAs(expected);
		for (int i = 0; i < expected.size(); i++) {
			Object our = ours.events().get(i);
			Object their = theirs.events().get(i);
			differences.of(expected.get(i),
					(it) -> differences.compareTrees(it.members(), OurShapes.tree(our), tree(their)));
		}
		differences.assertNone();
		assertThat(differences.cases()).isGreaterThanOrEqualTo(atLeast);
	}

	private static Map<String, JsonNode> events(String operation) {
		return Contract.members(Contract.eventStream(output(operation)));
	}

	private static String type(Case event) {
		return event.members().propertyNames().iterator().next();
	}

	private static JsonNode payload(Case event) {
		return event.members().get(type(event));
	}

	/** The members unchanged, with the service's padding, and both in reverse order. */
	private static List<JsonNode> forms(JsonNode payload) {
		ObjectNode padded = ((ObjectNode) payload.deepCopy()).put("p", "abcdefghijk");
		ObjectNode reversed = NODES.objectNode().put("p", "");
		List<String> names = new ArrayList<>(payload.propertyNames());
		Collections.reverse(names);
		names.forEach((name) -> reversed.set(name, payload.get(name)));
		return List.of(payload, padded, reversed);
	}

	private static ObjectNode tree(Object event) {
		try {
			String type = event.getClass().getMethod("sdkEventType").invoke(event).toString();
			return NODES.objectNode().set(type, SdkShapes.tree((SdkPojo) event));
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	@ParameterizedTest
	@CsvSource({ "ConverseStream, 41", "InvokeModelWithBidirectionalStream, 44", "InvokeModelWithResponseStream, 44" })
	void everyExceptionInStreamIsReadTheSame(String operation, int atLeast) {
		Differences differences = new Differences();
		Object ours = OurShapes.structure(input(operation), this.generator.minimal(input(operation)));
		Object theirs = SdkShapes.structure(input(operation), this.generator.minimal(input(operation)));
		Message before = WireResponses.plainEvents(operation, this.generator).get(0);
		Contract.shape(Contract.eventStream(output(operation))).get("members").properties().forEach((member) -> {
			String shape = member.getValue().get("type").stringValue();
			if (Contract.isError(shape)) {
				this.generator.of(shape).forEach((each) -> differences.of(each, (it) -> {
					List<Message> messages = List.of(before, WireResponses.exception(member.getKey(), it.members()));
					server
						.respond(WireResponses.stream(operation, this.generator.minimal(output(operation)), messages));
					Outcome our = clients.ours(operation, ours);
					Outcome their = clients.theirs(operation, theirs);
					server.forget();
					differences.compare("number of events before", our.events().size(), their.events().size());
					differences.compareWithContract("number of events before", our.events().size(), 1);
					Errors.compare(it, shape, Contract.shape(shape).get("httpError").intValue(), our, their,
							differences);
				}));
			}
		});
		differences.assertNone();
		assertThat(differences.cases()).isGreaterThanOrEqualTo(atLeast);
	}

}
