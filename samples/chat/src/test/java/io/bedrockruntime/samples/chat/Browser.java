package io.bedrockruntime.samples.chat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.util.FileSystemUtils;

/**
 * Headless Chromium with the chat page.
 */
class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Path profile;

	private final ChromeDriver driver;

	Browser(Path chromium, Path chromedriver) {
		try {
			this.profile = Files.createTempDirectory("chat-browser");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--window-size=1280,860", "--user-data-dir=" + this.profile);
		// Both paths are set, so that Selenium does not search or download anything.
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile())
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options);
	}

	Browser open(int port) {
		this.driver.get("http://localhost:" + port + "/");
		await("the page is ready", () -> isShown("#service"));
		return this;
	}

	/** Reset the browser. */
	void reset() {
		if (this.driver.getCurrentUrl().startsWith("http")) {
			script("localStorage.clear()");
			this.driver.get("about:blank");
		}
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		prefer("light");
	}

	Browser prefer(String colorScheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
		return this;
	}

	Browser phone() {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
		return this;
	}

	void send(String text) {
		write(text);
		press(Keys.ENTER);
	}

	void write(String text) {
		find("#message").sendKeys(text);
	}

	void press(CharSequence... keys) {
		find("#message").sendKeys(keys);
	}

	void attach(Path... files) {
		find("#picker").sendKeys(Stream.of(files).map(String::valueOf).collect(Collectors.joining("\n")));
	}

	void click(String selector) {
		find(selector).click();
	}

	WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	List<WebElement> findAll(String selector) {
		return this.driver.findElements(By.cssSelector(selector));
	}

	// The page replaces elements while it streams, so an element is read in one step.

	boolean isShown(String selector) {
		return Boolean.TRUE.equals(script("return document.querySelector(arguments[0])?.checkVisibility()", selector));
	}

	String text(String selector) {
		return String.valueOf(script("return document.querySelector(arguments[0])?.innerText ?? ''", selector));
	}

	Object script(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	void awaitAnswer() {
		await("the response is complete", () -> !findAll("article.assistant:last-child[aria-busy=false]").isEmpty());
	}

	void awaitShown(String selector) {
		await(selector + " is shown", () -> isShown(selector));
	}

	void await(String what, BooleanSupplier condition) {
		new WebDriverWait(this.driver, PATIENCE, Duration.ofMillis(50)).withMessage(what)
			.until((driver) -> condition.getAsBoolean());
	}

	void hover(WebElement element) {
		new Actions(this.driver).moveToElement(element).perform();
	}

	void screenshot(String name) {
		try {
			File shot = this.driver.getScreenshotAs(OutputType.FILE);
			Path directory = Files.createDirectories(Path.of("target", "screenshots"));
			Files.write(directory.resolve(name + ".png"), Files.readAllBytes(shot.toPath()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
		try {
			FileSystemUtils.deleteRecursively(this.profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
