package io.bedrockruntime.samples.tour;

import java.util.List;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.structured.StructuredResponse;
import io.bedrockruntime.tool.ToolFunctions;
import io.bedrockruntime.tool.ToolTurns;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A question, a tool that the model uses, and a response as a Java record.
 */
@Component
@Order(1)
class ConverseExample implements OperationExample {

	private static final int MAX_TURNS = 5;

	private final BedrockRuntimeOperations bedrock;

	private final TourSettings settings;

	ConverseExample(BedrockRuntimeOperations bedrock, TourSettings settings) {
		this.bedrock = bedrock;
		this.settings = settings;
	}

	@Override
	public String operation() {
		return "Converse";
	}

	@Override
	public String http() {
		return "POST /model/{modelId}/converse";
	}

	@Override
	// A native image would not include these records otherwise.
	@RegisterReflectionForBinding({ Place.class, Weather.class, Recipe.class })
	public void run(Narrator narrator) {
		text(narrator);
		tool(narrator);
		structuredResponse(narrator);
	}

	private void text(Narrator narrator) {
		narrator.part("A text");
		narrator.asked("system: Answer in one sentence.");
		narrator.asked("user: Why is the sky blue?");
		ConverseResponse response = this.bedrock
			.converse((request) -> request.system("Answer in one sentence.").user("Why is the sky blue?"));
		narrator.got(response.text());
		narrator.got("stop reason: " + response.stopReason());
		narrator.facts(response);
	}

	private void tool(Narrator narrator) {
		narrator.part("A tool of the application");
		ToolFunctions tools = ToolFunctions.builder()
			.tool("get_weather", "Returns the weather of a city.", Place.class, (place) -> {
				Weather weather = new Weather(21, "sunny");
				narrator.note("tool", "get_weather is called with " + place + " and returns " + weather);
				return weather;
			})
			.build();
		narrator.asked("user: Shall I take an umbrella to Lisbon? (available tool: get_weather)");
		ConverseRequest request = ConverseRequest.of(this.settings.textModel(), "Shall I take an umbrella to Lisbon?");
		ToolTurns turns = tools.converse(this.bedrock, request, MAX_TURNS);
		narrator.got(turns.text());
		turns.responses().forEach(narrator::facts);
	}

	private void structuredResponse(Narrator narrator) {
		narrator.part("A response as a Java record");
		narrator.asked("user: Give me a recipe for pancakes. (as a Recipe)");
		StructuredResponse<Recipe> structured = this.bedrock
			.converse((request) -> request.user("Give me a recipe for pancakes."), Recipe.class);
		narrator.got(structured.value().toString());
		narrator.facts(structured.response());
	}

	record Place(String city) {

	}

	record Weather(int celsius, String sky) {

	}

	record Recipe(String dish, int minutes, List<String> ingredients) {

	}

}
