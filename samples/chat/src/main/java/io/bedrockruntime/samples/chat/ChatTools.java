package io.bedrockruntime.samples.chat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import io.bedrockruntime.tool.ToolFunctions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Two example tools that a model may use: one returns the time, the other invents the
 * weather.
 */
@Configuration(proxyBeanMethods = false)
class ChatTools {

	private static final List<String> SKIES = List.of("sunny", "cloudy", "light rain", "windy", "fog", "clear");

	@Bean
	@RegisterReflectionForBinding({ Time.class, Weather.class })
	ToolFunctions toolFunctions() {
		return ToolFunctions.builder()
			.tool(specification("current_time", "Returns the current date and time in a city.", "place",
					"A time zone such as Asia/Tokyo, or the city of one"),
					(input) -> time(input.path("place").asString("")))
			.tool(specification("get_weather", "Returns today's weather in a city. Made up for demonstration.", "city",
					"Name of the city"), (input) -> weather(input.path("city").asString("")))
			// Only the messages of the exceptions below are meant for the model.
			.errorText((use, ex) -> (ex instanceof IllegalArgumentException) ? String.valueOf(ex.getMessage()) : "")
			.build();
	}

	private static Time time(String location) {
		String city = "/" + location.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
		String zone = ZoneId.getAvailableZoneIds()
			.stream()
			.sorted()
			.filter((id) -> ("/" + id.toLowerCase(Locale.ROOT)).endsWith(city))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No time zone is known for this city."));
		ZonedDateTime now = ZonedDateTime.now(ZoneId.of(zone)).truncatedTo(ChronoUnit.SECONDS);
		return new Time(zone, now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
	}

	private static Weather weather(String city) {
		Assert.isTrue(StringUtils.hasText(city), "A city is required.");
		int hash = Math.floorMod(city.toLowerCase(Locale.ROOT).hashCode(), 1000);
		return new Weather(city, SKIES.get(hash % SKIES.size()), 5 + hash % 25, "made up");
	}

	private static ToolSpecification specification(String name, String description, String input, String about) {
		ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
		schema.putObject("properties").putObject(input).put("type", "string").put("description", about);
		schema.putArray("required").add(input);
		return ToolSpecification.of(name, ToolInputSchema.json(schema)).withDescription(description);
	}

	private record Time(String zone, String time) {
	}

	private record Weather(String city, String sky, int celsius, String source) {
	}

}
