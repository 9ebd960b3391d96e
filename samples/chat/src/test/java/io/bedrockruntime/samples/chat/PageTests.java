package io.bedrockruntime.samples.chat;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.org.openqa.selenium=error")
@BrowserTest
class PageTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String MARKDOWN = """
			Backpressure lets the **reader** set the pace.

			## Three things to remember

			1. Demand travels up, data travels down.
			2. A slow browser slows the socket.
			3. Cancelling is demand too.

			```java
			@PostMapping("/api/chat")
			Flux<ChatEvent> chat(@RequestBody ChatRequest request) {
				return this.service.answer(request); // one line for each event, written as soon as it arrives
			}
			```

			| Signal | Direction | Meaning |
			|---|---|---|
			| `request(n)` | up | ready for more |
			| `onNext` | down | one element |

			> A stream that nobody reads should cost nobody anything.
			""";

	private static final String ATTACK = """
			<img src=x onerror="window.attacked=1"><script>window.attacked=2</script>
			<svg onload="window.attacked=3"></svg> [a link](javascript:window.attacked=4)
			![beacon](http://tracker.invalid/?q=secret)

			```html" onmouseover="window.attacked=5
			<b onclick="window.attacked=6">bold</b>
			```
			""";

	@LocalServerPort
	private int port;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@BeforeEach
	void reset() {
		this.emulator.reset();
	}

	@Test
	void shouldShowResponseWhileItGrows(Browser browser) {
		this.emulator.script().text(MARKDOWN);
		browser.prefer("light").open(this.port);
		browser.screenshot("light-empty");
		recordLengths(browser);
		browser.send("Explain backpressure");
		browser.awaitShown(".code pre");
		browser.screenshot("light-streaming");
		browser.awaitAnswer();
		browser.screenshot("light-answer");
		// Asterisks are shown until they are rendered as bold, so the lengths need not
		// be sorted.
		List<Long> lengths = lengths(browser);
		assertThat(lengths).hasSizeGreaterThan(5);
		assertThat(lengths.get(0)).isLessThan(lengths.get(lengths.size() - 1) / 2);
		assertThat(browser.text(".bubble")).isEqualTo("Explain backpressure");
		assertThat(browser.findAll(".answer ol > li")).hasSize(3);
		assertThat(browser.text(".answer strong")).isEqualTo("reader");
		assertThat(browser.text(".answer pre")).contains("return this.service.answer(request);");
		assertThat(browser.findAll(".answer pre .hljs-keyword")).isNotEmpty();
		assertThat(browser.findAll(".answer table tr")).hasSize(3);
		assertThat(browser.text(".figures")).contains("tokens in", "out", "first after", "tokens/s");
		assertThat(browser.isShown(".retry")).isFalse();
	}

	@Test
	void shouldStopResponse(Browser browser) {
		browser.open(this.port);
		browser.send("Write 5000 words");
		browser.await("some words are there", () -> browser.text(".answer").contains("these words"));
		browser.click("#stop");
		this.emulator.awaitCancellations(1, TIMEOUT);
		browser.awaitAnswer();
		browser.screenshot("light-stopped");
		assertThat(browser.text(".figures")).isEqualTo("Stopped");
		assertThat(browser.isShown(".problem")).isFalse();

		this.emulator.script().text("Still here.");
		browser.send("And now?");
		browser.awaitAnswer();
		assertThat(browser.text("article.assistant:last-child .answer")).isEqualTo("Still here.");
	}

	@Test
	void shouldStopOnEscape(Browser browser) {
		browser.open(this.port);
		browser.send("Write 5000 words");
		browser.awaitShown(".answer p");
		browser.press(Keys.ESCAPE);
		this.emulator.awaitCancellations(1, TIMEOUT);
		browser.awaitAnswer();
		assertThat(browser.text(".figures")).isEqualTo("Stopped");
	}

	@Test
	void shouldShowErrorAndTryAgain(Browser browser) {
		Reply throttling = new Reply.Error(429, "ThrottlingException", "Too many requests, please wait.");
		this.emulator.script().add(ScriptEntry.of(throttling).always());
		browser.prefer("light").open(this.port);
		browser.send("Hello");
		browser.awaitShown(".problem");
		// Only then can the user try again.
		browser.awaitAnswer();
		browser.screenshot("light-error");
		assertThat(browser.text(".problem strong")).isEqualTo("Too many requests");
		assertThat(browser.text(".problem p")).isEqualTo("Too many requests, please wait.");
		assertThat(browser.text(".problem small")).contains("ThrottlingException", "HTTP 429", "request ");

		this.emulator.script().clear();
		this.emulator.script().text("Better now.");
		browser.click(".retry");
		browser.awaitAnswer();
		assertThat(browser.isShown(".problem")).isFalse();
		assertThat(browser.text(".answer")).isEqualTo("Better now.");
		assertThat(browser.findAll("article")).hasSize(2);
	}

	@Test
	void shouldKeepTextBeforeError(Browser browser) {
		this.emulator.script().fault(new Fault.ExceptionAfterEvents(6, "throttlingException", """
				{ "message": "Too many tokens, please wait before trying again." }"""));
		browser.prefer("dark").open(this.port);
		browser.send("Hello");
		browser.awaitShown(".problem");
		browser.awaitAnswer();
		browser.screenshot("dark-error-midstream");
		assertThat(browser.text(".answer")).contains("Answer of");
		assertThat(browser.text(".problem strong")).isEqualTo("Too many requests");
		assertThat(browser.text(".problem p")).isEqualTo("Too many tokens, please wait before trying again.");
		assertThat(browser.isShown(".retry")).isTrue();
	}

	@Test
	void shouldNotRunCodeOfModelOrUser(Browser browser) {
		this.emulator.script().text(ATTACK);
		browser.open(this.port);
		browser.script("window.violations = [];"
				+ "addEventListener('securitypolicyviolation', (event) => violations.push(event.blockedURI))");
		browser.send(ATTACK.replace("\n", " "));
		browser.awaitAnswer();
		browser.screenshot("attack");
		assertThat(browser.findAll("#log :is(img, script, svg, style, iframe, form)")).isEmpty();
		assertThat(browser.findAll("#log [onerror], #log [onload], #log [onclick], #log [onmouseover]")).isEmpty();
		assertThat(browser.findAll(".answer a")).isNotEmpty()
			.extracting((link) -> link.getDomAttribute("href"))
			.allMatch((href) -> href.startsWith("http"));
		assertThat(browser.text(".bubble")).contains("<script>window.attacked=2</script>");
		browser.findAll(".answer a, .answer .code, .bubble").forEach(browser::hover);
		assertThat(browser.script("return window.attacked")).isNull();
		// Nothing was attempted: the page does not rely on the policy, which would have
		// blocked it.
		assertThat(browser.script("return violations")).isEqualTo(List.of());
	}

	@Test
	void shouldLoadNothingFromOtherOrigins(Browser browser) {
		browser.open(this.port);
		browser.send("Hello");
		browser.awaitAnswer();
		assertThat(browser.script("return performance.getEntriesByType('resource').map((entry) => entry.name)"
				+ ".filter((name) => !name.startsWith(location.origin))"))
			.isEqualTo(List.of());
	}

	@Test
	void shouldFitPhone(Browser browser) {
		this.emulator.script().text(MARKDOWN);
		browser.prefer("dark").phone().open(this.port);
		browser.screenshot("phone-dark-empty");
		assertThat(overflow(browser)).isZero();
		browser.send("Explain backpressure in " + "a".repeat(120));
		browser.awaitShown(".code pre");
		browser.screenshot("phone-dark-streaming");
		browser.awaitAnswer();
		browser.screenshot("phone-dark-answer");
		assertThat(overflow(browser)).isZero();
		assertThat(browser.script("const box = document.querySelector('#composer').getBoundingClientRect();"
				+ "return box.top >= 0 && box.bottom <= innerHeight"))
			.isEqualTo(true);
	}

	@Test
	void shouldFollowSystemThemeUntilUserChoosesOne(Browser browser) {
		browser.prefer("dark").open(this.port);
		assertThat(theme(browser)).isEqualTo("dark");
		browser.screenshot("dark-empty");
		browser.click("#theme");
		assertThat(theme(browser)).isEqualTo("light");
		browser.open(this.port);
		assertThat(theme(browser)).isEqualTo("light");
		browser.prefer("light");
		browser.click("#theme");
		assertThat(theme(browser)).isEqualTo("dark");
		assertThat(overflow(browser)).isZero();
	}

	@Test
	void shouldNotScrollWhileUserReads(Browser browser) {
		browser.open(this.port);
		browser.send("Write 5000 words");
		browser.await("the response is longer than the page", () -> number(browser, "scroller.scrollTop") > 60);
		browser.script("scroller.scrollTop = 0");
		long before = number(browser, "scroller.scrollHeight");
		browser.await("the response grows further", () -> number(browser, "scroller.scrollHeight") > before + 60);
		assertThat(number(browser, "scroller.scrollTop")).isZero();
		assertThat(browser.isShown("#latest")).isTrue();
		browser.click("#latest");
		browser.await("the page follows again", () -> number(browser, "scroller.scrollTop") > 60);
		browser.click("#stop");
	}

	@Test
	void shouldSendPreviousMessages(Browser browser) {
		JsonMapper mapper = new JsonMapper();
		this.emulator.script().text("One.").text("Two.");
		browser.open(this.port);
		browser.click("#open-system");
		browser.find("#system").sendKeys("Count.");
		browser.click("#system-dialog .primary");
		browser.script("const model = document.querySelector('#model'); model.value = 'other';"
				+ "model.dispatchEvent(new Event('change'))");
		browser.find("#other-model").sendKeys("amazon.nova-micro-v1:0");
		browser.send("Begin");
		browser.awaitAnswer();
		browser.write("Go");
		browser.press(Keys.chord(Keys.SHIFT, Keys.ENTER));
		browser.send("on");
		browser.await("both responses are complete",
				() -> browser.findAll("article.assistant[aria-busy=false]").size() == 2);
		assertThat(this.emulator.requests()).last().satisfies((request) -> {
			assertThat(request.rawPath()).isEqualTo("/model/amazon.nova-micro-v1%3A0/converse-stream");
			JsonNode body = mapper.readTree(request.body());
			assertThat(body.get("messages")).isEqualTo(mapper.readTree("""
					[ { "role": "user", "content": [ { "text": "Begin" } ] },
					  { "role": "assistant", "content": [ { "text": "One." } ] },
					  { "role": "user", "content": [ { "text": "Go\\non" } ] } ]"""));
			assertThat(body.get("system")).isEqualTo(mapper.readTree("[ { \"text\": \"Count.\" } ]"));
		});
	}

	@Test
	void shouldTryAgainWithPreviousMessagesOnly(Browser browser) {
		JsonMapper mapper = new JsonMapper();
		this.emulator.script().text("One.");
		this.emulator.script()
			.add(ScriptEntry.of(new Reply.Error(429, "ThrottlingException", "Please wait.")).times(3));
		this.emulator.script().text("Three.").text("Two.");
		browser.open(this.port);
		for (int number = 1; number <= 3; number++) {
			int answers = number;
			browser.send("Question " + number);
			browser.await("the response is complete",
					() -> browser.findAll("article.assistant[aria-busy=false]").size() == answers);
		}
		browser.script("[...document.querySelectorAll('.retry')].find((retry) => retry.checkVisibility()).click()");
		browser.await("the response is complete", () -> browser.text("#log").contains("Two."));
		assertThat(this.emulator.requests()).last()
			.satisfies((request) -> assertThat(mapper.readTree(request.body()).get("messages"))
				.isEqualTo(mapper.readTree("""
						[ { "role": "user", "content": [ { "text": "Question 1" } ] },
						  { "role": "assistant", "content": [ { "text": "One." } ] },
						  { "role": "user", "content": [ { "text": "Question 2" } ] } ]""")));
	}

	@Test
	void shouldBeginNewChat(Browser browser) {
		browser.open(this.port);
		browser.send("Write 5000 words");
		browser.awaitShown(".answer p");
		browser.click("#new-chat");
		this.emulator.awaitCancellations(1, TIMEOUT);
		assertThat(browser.findAll("article")).isEmpty();
		assertThat(browser.isShown("#empty")).isTrue();
		browser.click(".examples li:first-child button");
		browser.awaitAnswer();
		assertThat(browser.text(".answer")).contains("Conversation: 1 message");
	}

	private static void recordLengths(Browser browser) {
		browser.script("window.lengths = []; new MutationObserver(() => {"
				+ "  const answer = document.querySelector('.answer');"
				+ "  if (answer) { lengths.push(answer.textContent.length); }"
				+ "}).observe(document.querySelector('#log'), { childList: true, subtree: true, characterData: true })");
	}

	@SuppressWarnings("unchecked")
	private static List<Long> lengths(Browser browser) {
		return ((List<Long>) browser.script("return lengths")).stream().distinct().toList();
	}

	private static long overflow(Browser browser) {
		return number(browser,
				"document.documentElement.scrollWidth - innerWidth + scroller.scrollWidth" + " - scroller.clientWidth");
	}

	private static String theme(Browser browser) {
		return String.valueOf(browser.script("return document.documentElement.dataset.theme"));
	}

	private static long number(Browser browser, String expression) {
		return ((Number) browser.script("return Math.round(" + expression + ")")).longValue();
	}

}
