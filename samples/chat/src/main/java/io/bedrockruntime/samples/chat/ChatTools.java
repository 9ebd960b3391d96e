package io.bedrockruntime.samples.chat;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolConfiguration;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Two small tools that a model may use: one that tells the time, and one that knows
 * nothing of the weather.
 */
@Component
class ChatTools {

	private static final ToolConfiguration CONFIGURATION = ToolConfiguration.of(
			tool("current_time", "Tells the current date and time at a place.", "place",
					"A time zone such as Asia/Tokyo, or the city of one"),
			tool("get_weather", "Tells today's weather in a city. Made up for demonstration.", "city",
					"Name of the city"));

	private static final List<String> SKIES = List.of("sunny", "cloudy", "light rain", "windy", "fog", "snow");

	private final Clock clock = Clock.systemUTC();

	ToolConfiguration configuration() {
		return CONFIGURATION;
	}

	/**
	 * Return the uses that a response waits for.
	 * @param response the response
	 * @return the uses, none if the model does not wait for any
	 */
	static List<ToolUseBlock> requested(ConverseResponse response) {
		if (!response.stopReason().equals(StopReason.TOOL_USE)) {
			return List.of();
		}
		// A use with a type is the service's own business.
		return response.toolUses().stream().filter((use) -> use.type() == null).toList();
	}

	/**
	 * Run a tool. What goes wrong becomes a result that tells the model so.
	 * @param use what the model asks for
	 * @return the result
	 */
	ToolResultBlock run(ToolUseBlock use) {
		return switch (use.name()) {
			case "current_time" -> time(use, use.input().path("place").asString(""));
			case "get_weather" -> weather(use, use.input().path("city").asString(""));
			default -> ToolResultBlock.error(use.toolUseId(), "There is no tool of this name.");
		};
	}

	private ToolResultBlock time(ToolUseBlock use, String place) {
		String city = "/" + place.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
		return ZoneId.getAvailableZoneIds()
			.stream()
			.sorted()
			.filter((zone) -> ("/" + zone.toLowerCase(Locale.ROOT)).endsWith(city))
			.findFirst()
			.map((zone) -> {
				ZonedDateTime now = ZonedDateTime.now(this.clock.withZone(ZoneId.of(zone)))
					.truncatedTo(ChronoUnit.SECONDS);
				return ToolResultBlock.json(use.toolUseId(),
						json().put("zone", zone).put("time", now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
			})
			.orElseGet(() -> ToolResultBlock.error(use.toolUseId(), "No time zone is known for this place."));
	}

	private static ToolResultBlock weather(ToolUseBlock use, String city) {
		if (!StringUtils.hasText(city)) {
			return ToolResultBlock.error(use.toolUseId(), "A city is needed.");
		}
		int hash = Math.floorMod(city.toLowerCase(Locale.ROOT).hashCode(), 1000);
		return ToolResultBlock.json(use.toolUseId(),
				json().put("city", city)
					.put("sky", SKIES.get(hash % SKIES.size()))
					.put("celsius", hash % 34 - 4)
					.put("source", "made up"));
	}

	private static Tool tool(String name, String description, String input, String about) {
		ObjectNode schema = json().put("type", "object");
		schema.putObject("properties").putObject(input).put("type", "string").put("description", about);
		schema.putArray("required").add(input);
		return Tool.toolSpec(ToolSpecification.of(name, ToolInputSchema.json(schema)).withDescription(description));
	}

	private static ObjectNode json() {
		return JsonNodeFactory.instance.objectNode();
	}

}
