package io.bedrockruntime.samples.chat;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.org.openqa.selenium=error")
@BrowserTest
class FeaturesPageTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final JsonMapper mapper = new JsonMapper();

	@LocalServerPort
	private int port;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@BeforeEach
	void reset() {
		this.emulator.reset();
	}

	@Test
	void shouldShowToolUseAsItHappens(Browser browser) {
		browser.prefer("light").open(this.port);
		browser.script("window.inputs = []; new MutationObserver(() => {"
				+ "  const input = document.querySelector('.call .input');"
				+ "  if (input) { inputs.push(input.textContent + '|' + document.querySelector('.call .state').textContent); }"
				+ "}).observe(document.querySelector('#log'), { childList: true, subtree: true })");
		browser.send("Get weather for Lisbon");
		browser.awaitShown(".call .gave");
		browser.screenshot("tools-light-streaming");
		browser.awaitAnswer();
		browser.screenshot("tools-light-answer");
		assertThat(inputs(browser)).hasSizeGreaterThan(3)
			.contains("{\"city\":\"Lisbon\"}|running", "{\"city\":\"Lisbon\"}|completed");
		assertThat(browser.text(".call .name")).isEqualTo("get_weather");
		assertThat(browser.text(".call .result")).contains("\"city\":\"Lisbon\"", "made up");
		assertThat(browser.findAll(".parts > *")).extracting((part) -> part.getDomAttribute("class"))
			.containsExactly("answer", "call done", "answer");
		assertThat(browser.text(".parts > .answer:last-child")).contains("The tools gave back");
		assertThat(browser.text(".figures")).contains("2 calls").doesNotContain("asked for a tool");

		this.emulator.script().text("Take a coat.");
		browser.send("Thanks");
		browser.await("both responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 2);
		JsonNode messages = lastRequest().get("messages");
		assertThat(messages).hasSize(5);
		assertThat(messages.get(1).at("/content/1/toolUse/input/city").asString()).isEqualTo("Lisbon");
		assertThat(messages.get(2).at("/content/0/toolResult/content/0/json/source").asString()).isEqualTo("made up");
	}

	@Test
	void shouldShowFailedTool(Browser browser) {
		browser.prefer("dark").phone().open(this.port);
		browser.send("Tell the current time in Atlantis, and get weather for Lisbon");
		browser.awaitAnswer();
		browser.screenshot("tools-phone-dark-answer");
		assertThat(browser.findAll(".call")).hasSize(2);
		assertThat(browser.text(".call.failed .state")).isEqualTo("failed");
		assertThat(browser.text(".call.failed .result")).isEqualTo("No time zone is known for this city.");
		assertThat(overflow(browser)).isZero();
	}

	@Test
	void whenToolsAreTurnedOffThenNoToolIsOffered(Browser browser) {
		browser.open(this.port);
		browser.send("Get weather for Lisbon");
		browser.awaitAnswer();
		browser.click("#tools");
		browser.send("Get weather for Porto");
		browser.await("both responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 2);
		assertThat(browser.findAll("article.assistant:last-child .call")).isEmpty();
		// Without tools the service accepts no tool use, so only the text is sent.
		assertThat(lastRequest().has("toolConfig")).isFalse();
		assertThat(lastRequest().get("messages")).hasSize(3);
		assertThat(lastRequest().at("/messages/1/content/0/text").asString()).contains("The tools gave back");
	}

	@Test
	void whenModelRepeatedlyRequestsToolsThenItIsStopped(Browser browser) {
		this.emulator.script()
			.add(ScriptEntry.of(new Reply.ToolUse("get_weather", "{ \"city\": \"Lisbon\" }")).always());
		browser.open(this.port);
		browser.send("Go on");
		browser.awaitShown(".problem");
		browser.awaitAnswer();
		assertThat(browser.text(".problem strong")).isEqualTo("Too many tool calls");
		assertThat(this.emulator.requests()).hasSize(ChatService.MAX_CALLS);
		assertThat(browser.text(".call:last-child .state")).isEqualTo("not run");
	}

	@Test
	void whenResponseIsStoppedAfterToolThenNoFurtherCallIsMade(Browser browser) {
		this.emulator.script().add(ScriptEntry.of(new Reply.ToolUse("get_weather", "{ \"city\": \"Lisbon\" }")));
		this.emulator.script().text("word ".repeat(3000));
		browser.open(this.port);
		browser.send("Well?");
		browser.awaitShown(".parts > .answer");
		browser.click("#stop");
		this.emulator.awaitCancellations(1, TIMEOUT);
		browser.awaitAnswer();
		assertThat(browser.text(".figures")).isEqualTo("Stopped");
		browser.send("And now?");
		browser.await("both responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 2);
		assertThat(lastRequest().get("messages")).hasSize(3);
	}

	@Test
	void shouldShowContentThatGuardrailBlocked(Browser browser) {
		browser.prefer("light").open(this.port);
		browser.send("Shall I buy stocks, abracadabra?");
		browser.awaitAnswer();
		browser.screenshot("guardrail-light-blocked");
		assertThat(browser.text(".answer")).isEqualTo("The guardrail has blocked this message.");
		assertThat(browser.text(".guarded strong")).isEqualTo("Blocked by the guardrail");
		assertThat(browser.text(".guarded ul").lines()).containsExactly(
				"Denied topic \u201cInvestment advice\u201d in the message: blocked",
				"Blocked word \u201cabracadabra\u201d in the message: blocked");
		assertThat(browser.text(".figures")).contains("stopped by a guardrail");

		browser.send("Then tell me a story");
		browser.await("both responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 2);
		assertThat(lastRequest().get("messages")).hasSize(1);
		assertThat(browser.findAll(".guarded")).hasSize(1);

		browser.click("#guardrail");
		browser.send("Shall I buy stocks?");
		browser.await("all responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 3);
		assertThat(browser.findAll(".guarded")).hasSize(1);
		assertThat(lastRequest().has("guardrailConfig")).isFalse();
	}

	@Test
	void shouldShowContentThatGuardrailMasked(Browser browser) {
		this.emulator.script().text("Write to jane@example.com.");
		browser.prefer("dark").phone().open(this.port);
		browser.send("My address is joe@example.com, what is hers?");
		browser.awaitAnswer();
		browser.screenshot("guardrail-phone-dark-masked");
		assertThat(browser.text(".answer")).isEqualTo("Write to {EMAIL}.");
		assertThat(browser.text(".guarded strong")).isEqualTo("Changed by the guardrail");
		assertThat(browser.text(".guarded ul").lines()).containsExactly("Personal data (email) in the message: masked",
				"Personal data (email) in the response: masked");
		assertThat(browser.text(".figures")).contains("changed by a guardrail");
		assertThat(overflow(browser)).isZero();
	}

	@Test
	void shouldCollapseReasoning(Browser browser) {
		browser.prefer("light").open(this.port);
		browser.click("#reasoning-switch");
		browser.send("Get weather for Lisbon");
		browser.awaitShown(".reasoning");
		browser.screenshot("reasoning-light-streaming");
		assertThat(browser.script("return document.querySelector('.reasoning').open")).isEqualTo(false);
		browser.awaitAnswer();
		browser.screenshot("reasoning-light-folded");
		assertThat(browser.isShown(".thoughts")).isFalse();
		assertThat(browser.text(".reasoning summary")).matches("Thought for \\d+\\.\\d s");
		browser.click(".reasoning summary");
		browser.screenshot("reasoning-light-open");
		assertThat(browser.text(".thoughts")).contains("No model thinks here");
		assertThat(browser.findAll(".reasoning")).hasSize(2);
		JsonNode second = lastRequest();
		assertThat(second.at("/additionalModelRequestFields/reasoningConfig/type").asString()).isEqualTo("enabled");
		assertThat(second.at("/messages/1/content/0/reasoningContent/reasoningText/signature").asString()).isNotBlank();
	}

	@Test
	void shouldSendReasoningBackUnchanged(Browser browser) {
		String content = """
				[ { "reasoningContent": { "reasoningText": { "text": "Hm, 1.10.", "signature": "c2ln" } } },
				  { "reasoningContent": { "redactedContent": "c2VjcmV0" } }, { "text": "Yes." } ]""";
		this.emulator.script().reply(new Reply.Json("""
				{ "output": { "message": { "role": "assistant", "content": %s } },
				  "stopReason": "end_turn", "usage": { "inputTokens": 1, "outputTokens": 2, "totalTokens": 3 },
				  "metrics": { "latencyMs": 1 } }""".formatted(content)));
		browser.prefer("dark").phone().open(this.port);
		browser.send("Well?");
		browser.awaitAnswer();
		browser.click(".reasoning summary");
		browser.screenshot("reasoning-phone-dark-redacted");
		assertThat(browser.text(".redacted")).contains("The provider encrypts this reasoning");
		browser.send("Really?");
		browser.await("both responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 2);
		assertThat(lastRequest().at("/messages/1/content")).isEqualTo(this.mapper.readTree(content));

		// Another model cannot process it.
		browser.script("const model = document.querySelector('#model'); model.selectedIndex = 1;"
				+ "model.dispatchEvent(new Event('change'))");
		browser.send("Are you sure?");
		browser.await("all responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 3);
		assertThat(lastRequest().at("/messages/1/content"))
			.isEqualTo(this.mapper.readTree("[ { \"text\": \"Yes.\" } ]"));
		browser.click("#reasoning-switch");
		assertThat(browser.text("#note")).contains("Reasoning is not configured for this model");
	}

	private JsonNode lastRequest() {
		List<byte[]> bodies = this.emulator.requests().stream().map((request) -> request.body()).toList();
		return this.mapper.readTree(bodies.get(bodies.size() - 1));
	}

	@SuppressWarnings("unchecked")
	private static List<String> inputs(Browser browser) {
		return ((List<String>) browser.script("return inputs")).stream().distinct().toList();
	}

	private static long overflow(Browser browser) {
		return ((Number) browser.script("return document.documentElement.scrollWidth - innerWidth")).longValue();
	}

}
