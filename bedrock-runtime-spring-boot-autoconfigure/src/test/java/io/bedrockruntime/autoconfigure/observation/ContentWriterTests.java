package io.bedrockruntime.autoconfigure.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.DocumentBlock;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.content.ImageFormat;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContentWriter} and what uses it.
 */
class ContentWriterTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static ContentWriter writer(int maxLength) {
		return new ContentWriter((text) -> text.replace("secret", "***"), maxLength);
	}

	private static Map<String, String> content(Object request, int maxLength) {
		Map<String, String> content = new LinkedHashMap<>();
		new RequestContent(writer(maxLength)).addTo(content, request);
		return content;
	}

	@Test
	void whenThereAreImagesAndDocumentsThenOnlyTheirTypeAndLengthAreRecorded() {
		ImageBlock image = ImageBlock.of(ImageFormat.PNG, "image-bytes".getBytes());
		JsonNode parts = writer(1000).parts(
				List.of(ContentBlock.image(image), ContentBlock.document(DocumentBlock.ofText("secret-name", "text"))));
		assertThat(parts)
			.isEqualTo(JSON.readTree("[{\"type\":\"blob\",\"modality\":\"image\",\"mime_type\":\"image/png\","
					+ "\"byte_count\":11},{\"type\":\"blob\",\"modality\":\"document\",\"mime_type\":\"txt\"}]"));
	}

	@Test
	void whenToolsAreUsedThenStringsOfTheirArgumentsAndResultsAreFiltered() {
		ObjectNode arguments = (ObjectNode) JSON.readTree("{\"city\":[\"secret town\",7],\"deep\":{\"a\":\"secret\"}}");
		assertThat(writer(1000).toolCall("t-1", "weather", arguments))
			.isEqualTo(JSON.readTree("{\"type\":\"tool_call\",\"id\":\"t-1\",\"name\":\"weather\",\"arguments\":"
					+ "{\"city\":[\"*** town\",7],\"deep\":{\"a\":\"***\"}}}"));
		JsonNode result = writer(1000).parts(List.of(ContentBlock.toolResult(ToolResultBlock.of("t-1",
				List.of(ToolResultContentBlock.text("secret weather"), ToolResultContentBlock.json(arguments))))));
		assertThat(result.toString()).contains("*** weather").doesNotContain("secret");
	}

	@Test
	void whenContentIsTooLongThenItIsCutAndStillJson() {
		ConverseRequest request = ConverseRequest.builder()
			.modelId("m")
			.system("0123456789")
			.messages(Message.user("abc\ud83d\ude00def"), Message.user("never seen"))
			.build();
		for (int length = 0; length < 40; length++) {
			content(request, length).values().forEach(JSON::readTree);
		}
		Map<String, String> content = content(request, 14);
		assertThat(content.get("gen_ai.system_instructions")).contains("0123456789");
		assertThat(JSON.readTree(content.get("gen_ai.input.messages")).at("/0/parts/0/content").stringValue())
			.isEqualTo("abc\u2026");
		assertThat(content.get("gen_ai.input.messages")).doesNotContain("never");
	}

	@Test
	void whenTextIsFilteredThenThatIsBeforeItIsCut() {
		assertThat(writer(4).text("a secret")).isEqualTo("a **\u2026");
		assertThat(writer(4).value(JSON.readTree("{\"a\":\"secret\"}")).toString()).isEqualTo("\"\u2026\"");
	}

	@Test
	void whenFormatIsTheModelsOwnThenOnlyItsLengthIsRecorded() {
		Map<String, String> content = content(InvokeModelRequest.builder()
			.modelId("m")
			.contentType("application/json")
			.body(Blob.ofUtf8("{\"prompt\":\"canary\"}"))
			.build(), 1000);
		assertThat(content.get("gen_ai.input.messages")).contains("\"byte_count\":19").doesNotContain("canary");
	}

}
