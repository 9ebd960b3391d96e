package io.bedrockruntime.samples.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient
@ExtendWith(OutputCaptureExtension.class)
class AttachmentsTests {

	private static final byte[] PNG = TestFiles.image("png", 4, 3);

	private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

	private final JsonMapper mapper = new JsonMapper();

	private ChatClient chat;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@BeforeEach
	void reset(@Autowired WebTestClient client) {
		this.emulator.reset();
		this.chat = new ChatClient(client);
	}

	@Test
	void shouldSendFilesBeforeText() {
		this.chat.events(List.of(), List.of(ChatClient.user("Compare", ChatClient.file("cat.png", PNG),
				ChatClient.file("R\u00e9sum\u00e9_2026/final?.pdf", TestFiles.PDF))));
		assertThat(content(0)).isEqualTo(this.mapper.readTree("""
				[ { "image": { "format": "png", "source": { "bytes": %s } } },
				  { "document": { "name": "Resume-2026-final-", "format": "pdf", "source": { "bytes": %s } } },
				  { "text": "Compare" } ]""".formatted(json(PNG), json(TestFiles.PDF))));
	}

	@Test
	void whenDocumentsHaveSameNameThenNamesAreMadeUnique() {
		this.chat.events(List.of(), List.of(ChatClient.user("One", ChatClient.file("a.txt", TEXT)),
				Map.of("role", "assistant", "text", "Yes."), ChatClient.user("Two", ChatClient.file("a.md", TEXT),
						ChatClient.file(".csv", TEXT), ChatClient.file("a.txt", TEXT))));
		assertThat(content(0).at("/0/document/name").asString()).isEqualTo("a");
		assertThat(content(2).at("/0/document/name").asString()).isEqualTo("a (2)");
		assertThat(content(2).at("/1/document/name").asString()).isEqualTo("-");
		assertThat(content(2).at("/2/document/name").asString()).isEqualTo("a (3)");
	}

	@ParameterizedTest
	@CsvSource({ "a.CSV,csv", "a.htm,html", "a.html,html", "a.markdown,md", "a.md,md", "a.text,txt", "a.b.txt,txt" })
	void shouldDetectTextByName(String name, String format) {
		this.chat.events(List.of(), List.of(ChatClient.user("Read", ChatClient.file(name, TEXT))));
		assertThat(content(0).at("/0/document/format").asString()).isEqualTo(format);
	}

	@ParameterizedTest
	@CsvSource({ "a.doc,D0CF11E0A1B11AE1", "a.xls,D0CF11E0A1B11AE1", "a.docx,504B0304", "a.xlsx,504B0304" })
	void shouldDetectOfficeDocumentByNameAndContent(String name, String content) {
		byte[] data = HexFormat.of().parseHex(content);
		this.chat.events(List.of(), List.of(ChatClient.user("Read", ChatClient.file(name, data))));
		assertThat(content(0).at("/0/document/format").asString()).isEqualTo(name.substring(2));
		assertThat(this.chat.refusal(HttpStatus.BAD_REQUEST, List.of(),
				List.of(ChatClient.user("Read", ChatClient.file(name, TEXT)))))
			.startsWith("The content of file 1 does not match its name");
	}

	@ParameterizedTest
	@CsvSource({ "png", "jpg", "gif" })
	void shouldDetectImageByContent(String format) {
		byte[] data = TestFiles.image(format, 7, 5);
		this.chat.events(List.of(), List.of(ChatClient.user("Look", ChatClient.file("secret.txt", data))));
		assertThat(content(0).at("/0/image/format").asString()).isEqualTo(format.replace("jpg", "jpeg"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void whenFileIsNotAcceptableThenErrorDoesNotContainName(String reason, List<Map<String, String>> files,
			CapturedOutput output) {
		String refusal = this.chat.refusal(HttpStatus.BAD_REQUEST, List.of(),
				List.of(ChatClient.user("Look", files.toArray(Map[]::new))));
		assertThat(refusal).isEqualTo(reason);
		assertThat(this.emulator.requests()).isEmpty();
		assertThat(output).doesNotContain("private-name");
	}

	static Stream<Arguments> refused() {
		byte[] wide = TestFiles.image("png", UploadLimits.IMAGE_SIDE + 1, 1);
		byte[] large = TestFiles.padded(PNG, UploadLimits.IMAGE_SIZE + 1);
		byte[] largest = TestFiles.padded(PNG, UploadLimits.IMAGE_SIZE);
		byte[] broken = Arrays.copyOf(PNG, 12);
		return Stream.of(arguments("File 1 is empty.", "private-name.txt", new byte[0]),
				arguments("File 1 is neither an image (png, jpeg, gif, webp) nor a document "
						+ "(csv, doc, docx, html, md, pdf, txt, xls, xlsx).", "private-name.exe", TEXT),
				arguments("File 1 is neither an image (png, jpeg, gif, webp) nor a document "
						+ "(csv, doc, docx, html, md, pdf, txt, xls, xlsx).", "txt", TEXT),
				arguments("The content of file 1 does not match its name: pdf.", "private-name.pdf", TEXT),
				arguments("The content of file 1 does not match its name: txt.", "private-name.txt",
						new byte[] { 1, 0 }),
				arguments("File 1 is an image that is invalid, or wider or higher than 8000 pixels.", "a.png", wide),
				arguments("File 1 is an image that is invalid, or wider or higher than 8000 pixels.", "a.png", broken),
				arguments("File 1 is an image larger than 3.75 MB.", "a.png", large),
				arguments("File 1 is a document larger than 4.5 MB.", "a.txt",
						TestFiles.padded(TEXT, UploadLimits.DOCUMENT_SIZE + 1)),
				Arguments.of("A message can have at most 20 images.",
						Collections.nCopies(21, ChatClient.file("a.png", PNG))),
				Arguments.of("A conversation can have at most 5 documents.",
						Collections.nCopies(6, ChatClient.file("a.txt", TEXT))),
				Arguments.of("The files of the conversation are larger than 20 MB in total.",
						Collections.nCopies(6, ChatClient.file("a.png", largest))));
	}

	private static Arguments arguments(String reason, String name, byte[] data) {
		return Arguments.of(reason, List.of(ChatClient.file(name, data)));
	}

	@Test
	void whenFilesHaveMaximumSizeThenTheyAreAccepted() {
		List<Map<String, String>> files = new ArrayList<>(
				Collections.nCopies(4, ChatClient.file("a.txt", TestFiles.padded(TEXT, UploadLimits.DOCUMENT_SIZE))));
		int rest = UploadLimits.TOTAL_SIZE - 4 * UploadLimits.DOCUMENT_SIZE;
		files.add(ChatClient.file("a.png", TestFiles.padded(PNG, rest)));
		List<JsonNode> events = this.chat.events(List.of(),
				List.of(ChatClient.user("Read", files.toArray(Map[]::new))));
		assertThat(events).last().extracting(ChatClient::type).isEqualTo("end");
	}

	@Test
	void whenRequestExceedsLimitThenErrorExplainsIt() {
		String refusal = this.chat.refusal(HttpStatus.CONTENT_TOO_LARGE, List.of(),
				List.of(ChatClient.user("a".repeat(33 * 1024 * 1024))));
		assertThat(refusal).contains("exceed the limit of this application");
		assertThat(this.emulator.requests()).isEmpty();
	}

	@Test
	void whenAssistantMessageHasFilesThenItIsRejected() {
		Map<String, Object> answer = Map.of("role", "assistant", "text", "Here", "files",
				List.of(ChatClient.file("a.txt", TEXT)));
		this.chat.refusal(HttpStatus.BAD_REQUEST, List.of(),
				List.of(ChatClient.user("Well?"), answer, ChatClient.user("And?")));
		assertThat(this.emulator.requests()).isEmpty();
	}

	private JsonNode content(int message) {
		List<byte[]> bodies = this.emulator.requests().stream().map((request) -> request.body()).toList();
		return this.mapper.readTree(bodies.get(bodies.size() - 1)).get("messages").get(message).get("content");
	}

	private String json(byte[] data) {
		return this.mapper.writeValueAsString(data);
	}

}
