package io.bedrockruntime.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.testdata.Choices;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for every message that the contract allows, and for every message that a later
 * contract may allow, that it is written as it was read, and that none of its content is
 * printed.
 */
class LosslessPropertyTests {

	private static final byte[] CONTENT = ContractSamples.CONTENT.getBytes(StandardCharsets.US_ASCII);

	@Provide
	Arbitrary<Choices> choices() {
		return Choices.any(600);
	}

	@Property
	void shouldWriteMessageAsItWasRead(@ForAll("choices") Choices choices) {
		JsonNode sample = new ContractSamples(choices).shape("Message");
		Message message = BedrockRuntimeJson.mapper().readValue(JsonText.utf8(sample), Message.class);
		byte[] written = BedrockRuntimeJson.mapper().writeValueAsBytes(message);
		JsonText.assertSame(JsonText.read(written), ContractSamples.withoutAbsent("Message", sample), "message");
		assertThat(BedrockRuntimeJson.mapper().readValue(written, Message.class)).isEqualTo(message);
	}

	@Property
	void shouldNotPrintContentOfMessage(@ForAll("choices") Choices choices) {
		JsonNode sample = new ContractSamples(choices).shape("Message");
		String printed = BedrockRuntimeJson.mapper().readValue(JsonText.ascii(sample), Message.class).toString();
		assertThat(printed).doesNotContain(ContractSamples.CONTENT)
			.doesNotContain(ContractSamples.CONTENT_NUMBER)
			.doesNotContain(Base64.getEncoder().encodeToString(CONTENT))
			.doesNotContain(CONTENT[0] + ", " + CONTENT[1]);
	}

	@Example
	void shouldMakeSamplesOfEverythingThatCanBePartOfAMessage() {
		Set<String> covered = new LinkedHashSet<>();
		Random random = new Random(1);
		for (int i = 0; i < 3000; i++) {
			byte[] bytes = new byte[600];
			random.nextBytes(bytes);
			ContractSamples samples = new ContractSamples(new Choices(bytes));
			samples.shape("Message");
			covered.addAll(samples.covered());
		}
		Set<String> expected = new LinkedHashSet<>();
		Contract.reachableFrom("Message").stream().filter((name) -> Contract.shape(name) != null).forEach((name) -> {
			boolean union = Contract.shape(name).get("kind").stringValue().equals("union");
			expected.add(union ? name + "?" : name + "+");
			Contract.members(name).forEach((member, description) -> {
				if (union) {
					expected.add(name + "." + member);
				}
				else if (description.has("enum")) {
					expected.add(name + "." + member + "?");
				}
			});
		});
		assertThat(expected).hasSizeGreaterThan(80);
		assertThat(covered).containsAll(expected);
	}

}
