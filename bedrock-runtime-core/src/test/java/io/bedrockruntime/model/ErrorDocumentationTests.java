package io.bedrockruntime.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the API documentation's table of errors matches the contract.
 */
class ErrorDocumentationTests {

	private static final Path DOCUMENTATION = Path.of("src", "main", "java", "io", "bedrockruntime", "exception",
			"package-info.java");

	private static final Pattern OPERATION = Pattern.compile("APIReference/API_runtime_(\\w+)\\.html\">\\1</a></td>");

	private static final Pattern ERROR = Pattern.compile("\\{@link (\\w+Exception)}");

	@Test
	void shouldDocumentTheErrorsOfTheContract() throws IOException {
		Map<String, List<List<String>>> documented = new TreeMap<>();
		for (String row : Files.readString(DOCUMENTATION).replaceAll("\\n \\*", " ").split("<tr>")) {
			OPERATION.matcher(row).results().forEach((operation) -> {
				String[] cells = row.split("<td>");
				documented.put(operation.group(1), List.of(errors(cells[2]), errors(cells[3])));
			});
		}
		assertThat(documented).isEqualTo(contract());
	}

	private static List<String> errors(String cell) {
		return ERROR.matcher(cell).results().map((error) -> error.group(1)).sorted().toList();
	}

	private static Map<String, List<List<String>>> contract() throws IOException {
		Map<String, List<List<String>>> operations = new TreeMap<>();
		JsonNode root = JsonMapper.shared()
			.readTree(ErrorDocumentationTests.class.getResourceAsStream("/bedrock-runtime-api.json"));
		root.get("operations").properties().forEach((operation) -> {
			List<String> inStream = streamErrors(root.get("shapes"), operation.getValue().get("output").stringValue());
			List<String> all = new ArrayList<>(inStream);
			operation.getValue().get("errors").forEach((error) -> all.add(error.stringValue()));
			operations.put(operation.getKey(), List.of(List.copyOf(new TreeSet<>(all)), inStream));
		});
		return operations;
	}

	private static List<String> streamErrors(JsonNode shapes, String output) {
		return types(shapes.get(output)).filter(Contract::isEventStream)
			.flatMap((stream) -> types(shapes.get(stream)))
			.filter(Contract::isError)
			.sorted()
			.toList();
	}

	private static Stream<String> types(JsonNode shape) {
		return shape.get("members").valueStream().map((member) -> member.get("type").stringValue());
	}

}
