package io.bedrockruntime.samples.chat;

import java.time.Duration;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.org.openqa.selenium=error")
@BrowserTest
class MetricsPageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@Autowired
	private ReactiveBedrockRuntimeOperations operations;

	@BeforeEach
	void reset() {
		this.emulator.reset();
	}

	@Test
	void shouldShowFiguresAsTheyChange(Browser browser) {
		Load.script(this.emulator);
		browser.open(this.port);
		browser.click("a[href='metrics.html']");
		browser.awaitShown("#calls .value");
		Disposable load = new Load(this.operations, this.port).start();
		try {
			for (String card : new String[] { "calls", "failed", "flight", "first", "input", "output", "cost",
					"retries" }) {
				browser.await(card + " has a figure", () -> browser.text("#" + card + " .value").matches(".*[1-9].*"));
			}
			browser.await("there are stop reasons", () -> browser.text("#stop-reasons").contains("end_turn")
					&& browser.text("#stop-reasons").contains("max_tokens"));
			browser.await("there are failures", () -> browser.text("#failures").contains("ValidationException"));
			browser.await("there are connections", () -> !browser.text("[data-pool=max]").equals("0"));
			browser.await("curves have been drawn",
					() -> browser.script("return document.querySelector('#calls .line').getAttribute('d').length > 60")
						.equals(true));
			browser.screenshot("metrics-light");
			browser.prefer("dark").script("return 0");
			browser.screenshot("metrics-dark");
			browser.phone();
			assertThat(browser.script("return document.documentElement.scrollWidth - innerWidth")).isEqualTo(0L);
			browser.screenshot("metrics-phone");
		}
		finally {
			load.dispose();
			awaitLastRequests();
		}
	}

	/** Otherwise a call in progress would count as a request of the next test. */
	private void awaitLastRequests() {
		await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(500)).until(() -> {
			boolean still = this.emulator.requests().isEmpty() && this.emulator.activeResponses() == 0;
			this.emulator.reset();
			return still;
		});
	}

	@Test
	void whenApplicationDoesNotRespondThenPageShowsMessageUntilItDoes(Browser browser) {
		browser.open(this.port);
		browser.click("a[href='metrics.html']");
		browser.awaitShown("#calls .value");
		assertThat(browser.isShown("#lost")).isFalse();
		browser.script("window.original = fetch; window.fetch = () => Promise.reject(new TypeError('down'))");
		browser.awaitShown("#lost");
		assertThat(browser.isShown("#live")).isFalse();
		browser.script("window.fetch = window.original");
		browser.awaitShown("#live");
		assertThat(browser.isShown("#lost")).isFalse();
	}

}
