package io.bedrockruntime.samples.chat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.org.openqa.selenium=error")
@BrowserTest
class AttachmentsPageTests {

	private static final byte[] HTML = "<img src=x onerror='window.attacked=1'><script>window.attacked=2</script>"
		.getBytes(StandardCharsets.UTF_8);

	/** Drops or pastes files, one for each name and text. */
	private static final String HAND_OVER = """
			const data = new DataTransfer();
			for (const [name, text] of arguments[1]) {
				data.items.add(new File([text], name));
			}
			const drop = arguments[0] === "drop";
			document.dispatchEvent(drop ? new DragEvent("drop", { dataTransfer: data, cancelable: true })
				: new ClipboardEvent("paste", { clipboardData: data, cancelable: true }));""";

	private final JsonMapper mapper = new JsonMapper();

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@BeforeEach
	void reset() {
		this.emulator.reset();
	}

	@Test
	void shouldSendImagesAndDocuments(Browser browser) {
		byte[] image = TestFiles.image("png", 640, 400);
		browser.prefer("light").open(this.port);
		browser.attach(write("Evening light.png", image), write("Q3_report: final?.pdf", TestFiles.PDF));
		awaitFiles(browser, 2);
		browser.screenshot("files-light-chosen");
		assertThat(browser.text("#files")).contains("Evening light.png", "Q3_report: final?.pdf", "pdf");
		assertThat(browser.findAll("#files canvas")).hasSize(1);
		assertThat(browser.find("#send").isEnabled()).isFalse();
		browser.send("What is this?");
		browser.awaitAnswer();
		browser.screenshot("files-light-answer");
		assertThat(browser.findAll("#files li")).isEmpty();
		assertThat(browser.text(".user .files")).contains("Evening light.png", "Q3_report: final?.pdf");
		assertThat(browser.text(".answer")).contains("Received: image png", "Received: document pdf");
		JsonNode content = lastContent(0);
		assertThat(content.get(0).at("/image/format").asString()).isEqualTo("png");
		assertThat(content.get(0).at("/image/source/bytes").asString())
			.isEqualTo(Base64.getEncoder().encodeToString(image));
		assertThat(content.get(1).at("/document/name").asString()).isEqualTo("Q3-report- final-");
		assertThat(content.get(2).get("text").asString()).isEqualTo("What is this?");

		browser.send("And now?");
		browser.await("both responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 2);
		assertThat(lastContent(0)).isEqualTo(content);
		assertThat(lastContent(2)).hasSize(1);
	}

	@Test
	void shouldAcceptDroppedAndPastedFiles(Browser browser) {
		browser.prefer("dark").phone().open(this.port);
		browser.script(
				"document.dispatchEvent(new DragEvent('dragenter', { dataTransfer: (() => { const data = new DataTransfer();"
						+ " data.items.add(new File(['a'], 'a.txt')); return data; })(), cancelable: true }))");
		assertThat(browser.isShown(".drop")).isTrue();
		browser.screenshot("files-phone-dark-drop");
		browser.script(HAND_OVER, "drop", List.of(List.of("dropped.md", "# Notes"), List.of("table.csv", "a,b")));
		browser.script(HAND_OVER, "paste", List.of(List.of("pasted.txt", "Hello")));
		awaitFiles(browser, 3);
		browser.attach(write("photo.jpg", TestFiles.image("jpg", 300, 500)));
		awaitFiles(browser, 4);
		browser.screenshot("files-phone-dark-chosen");
		assertThat(browser.isShown(".drop")).isFalse();
		assertThat(overflow(browser)).isZero();
		browser.click("#files li:nth-child(2) .remove");
		browser.send("Sum it up");
		browser.awaitAnswer();
		browser.screenshot("files-phone-dark-answer");
		assertThat(overflow(browser)).isZero();
		assertThat(browser.text(".answer")).contains("document md \"dropped\"", "document txt \"pasted\"", "image jpeg")
			.doesNotContain("csv");
	}

	@Test
	void shouldShowWhyFileIsRejected(Browser browser) {
		browser.prefer("light").open(this.port);
		browser.attach(write("program.exe", new byte[] { 'M', 'Z' }), write("empty.txt", new byte[0]),
				write("broken.png",
						TestFiles.padded(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n' }, 99)),
				write("wide.png", TestFiles.image("png", 8001, 2)),
				write("large.gif", TestFiles.padded(TestFiles.image("gif", 9, 9), UploadLimits.IMAGE_SIZE + 1)),
				write("long.txt", TestFiles.padded(new byte[0], UploadLimits.DOCUMENT_SIZE + 1)),
				write("fine.txt", new byte[] { 'a' }));
		browser.awaitShown("#note");
		browser.screenshot("files-light-refused");
		assertThat(browser.text("#note").lines()).containsExactly(
				"program.exe is neither an image (png, jpeg, gif, webp) nor a document (csv, doc, docx, html, md, pdf, txt, xls, xlsx).",
				"empty.txt is empty.", "broken.png is not a valid image.",
				"wide.png is wider or higher than 8000 pixels, the maximum for an image.",
				"large.gif is larger than 3.75 MB, the maximum for an image.",
				"long.txt is larger than 4.5 MB, the maximum for a document.");
		assertThat(browser.text("#files")).contains("fine.txt");
		browser.attach(IntStream.range(0, 5)
			.mapToObj((number) -> write(number + ".txt", new byte[] { 'b' }))
			.toArray(Path[]::new));
		browser.await("the sixth is rejected", () -> browser.text("#note").contains("4.txt exceeds the limit"));
		assertThat(browser.findAll("#files li")).hasSize(5);
		browser.click("#new-chat");
		assertThat(browser.findAll("#files li")).isEmpty();
		assertThat(browser.isShown("#note")).isFalse();
	}

	@Test
	void shouldNotRenderUploadedMarkup(Browser browser) {
		browser.open(this.port);
		browser.script("window.violations = [];"
				+ "addEventListener('securitypolicyviolation', (event) => violations.push(event.blockedURI))");
		browser.script(HAND_OVER, "drop",
				List.of(List.of("<img src=x onerror='attacked=3'>.html", new String(HTML, StandardCharsets.UTF_8)),
						List.of("<b>.svg", "<svg onload='attacked=4'></svg>")));
		browser.awaitShown("#note");
		awaitFiles(browser, 1);
		browser.send("Look");
		browser.awaitAnswer();
		assertThat(browser.findAll("#log :is(img, script, svg, iframe), #files img, #note b")).isEmpty();
		assertThat(browser.script("return window.attacked")).isNull();
		assertThat(browser.script("return violations")).isEqualTo(List.of());
	}

	private Path write(String name, byte[] data) {
		return TestFiles.write(this.folder, name, data);
	}

	private JsonNode lastContent(int message) {
		List<byte[]> bodies = this.emulator.requests().stream().map((request) -> request.body()).toList();
		return this.mapper.readTree(bodies.get(bodies.size() - 1)).get("messages").get(message).get("content");
	}

	private static void awaitFiles(Browser browser, int number) {
		browser.await(number + " files are shown", () -> browser.findAll("#files li").size() == number);
	}

	private static long overflow(Browser browser) {
		return ((Number) browser.script("return document.documentElement.scrollWidth - innerWidth")).longValue();
	}

}
