package io.bedrockruntime.samples.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code observability/} with a Prometheus that scrapes this application under
 * load.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.io.bedrockruntime.samples=off")
@PrometheusTest
class PrometheusTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** Static credentials do not expire. */
	private static final String WITHOUT_NUMBER = "Credentials, time left A";

	private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{(.*)\\})? ");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

	@LocalServerPort
	private int port;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@Autowired
	private ReactiveBedrockRuntimeOperations operations;

	@AfterEach
	void reset() {
		this.emulator.reset();
	}

	@Test
	void shouldHaveDataInEachPanelAndDocumentedMetrics() throws Exception {
		Load.script(this.emulator);
		Disposable load = new Load(this.operations, this.port).start();
		try (Prometheus prometheus = new Prometheus(this.port)) {
			Map<String, String> waiting = Dashboard.queries();
			assertThat(waiting).hasSizeGreaterThan(30);
			for (String stopReason : List.of("end_turn", "max_tokens", "guardrail_intervened")) {
				waiting.put(stopReason, "bedrock_client_responses_total{stop_reason=\"" + stopReason + "\"}");
			}
			for (String errorType : List.of("none", "cancelled", "ValidationException", "ModelStreamErrorException")) {
				waiting.put(errorType,
						"gen_ai_client_operation_duration_seconds_count{error_type=\"" + errorType + "\"}");
			}
			Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
				waiting.entrySet().removeIf((query) -> hasData(query.getKey(), prometheus.query(query.getValue())));
				assertThat(waiting).isEmpty();
			});
			// The health of a rule is unknown until it is evaluated.
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(prometheus.rules()).hasSize(23).allSatisfy((rule) -> {
					assertThat(rule.path("lastError").asString("")).as(rule.get("name").asString()).isEmpty();
					assertThat(rule.get("health").asString()).isEqualTo("ok");
				}));
			// The picture in the documentation is created with "-Dpicture.seconds=60".
			int seconds = Integer.getInteger("picture.seconds", 0);
			TimeUnit.SECONDS.sleep(seconds);
			DashboardPicture.write(prometheus, Math.max(10, seconds), Path.of("target", "observability.svg"));
			SortedSet<String> scraped = scraped();
			Files.write(Path.of("target", "metrics.txt"), scraped);
			assertThat(scraped).containsExactlyElementsOf(documented());
		}
		finally {
			load.dispose();
		}
	}

	@Test
	void shouldPassTestsOfRules() throws Exception {
		assertThat(Prometheus.complaint("check", "config", "prometheus.yml")).isEmpty();
		assertThat(Prometheus.complaint("check", "rules", "bedrock-recording.yml", "bedrock-alerts.yml")).isEmpty();
		assertThat(Prometheus.complaint("test", "rules", "bedrock-recording-test.yml", "bedrock-alerts-test.yml"))
			.isEmpty();
		assertThat(Prometheus.complaint("check", "rules", "missing.yml")).isNotEmpty();
	}

	@Test
	void shouldTestEachAlert() throws IOException {
		String tests = Files.readString(Prometheus.CONFIGURATION.resolve("bedrock-alerts-test.yml"));
		List<String> alerts = Files.readAllLines(Prometheus.CONFIGURATION.resolve("bedrock-alerts.yml"))
			.stream()
			.filter((line) -> line.contains("- alert: "))
			.map((line) -> line.substring(line.indexOf(": ") + 2))
			.toList();
		assertThat(alerts).hasSize(14)
			.allSatisfy((alert) -> assertThat(tests).contains("alertname: " + alert + "\n        exp_alerts: []",
					"alertname: " + alert + "\n        exp_alerts:\n"));
	}

	private static boolean hasData(String panel, JsonNode series) {
		for (JsonNode one : series) {
			if (panel.equals(WITHOUT_NUMBER) || !one.get("value").get(1).asString().equals("NaN")) {
				return true;
			}
		}
		return false;
	}

	/** Return each metric with the keys of its labels. */
	private SortedSet<String> scraped() {
		String scrape = RestClient.create("http://localhost:" + this.port)
			.get()
			.uri("/actuator/prometheus")
			.retrieve()
			.body(String.class);
		SortedSet<String> metrics = new TreeSet<>();
		assertThat(scrape).isNotNull();
		scrape.lines()
			.filter((line) -> line.startsWith("gen_ai_") || line.startsWith("bedrock_")
					|| line.startsWith("reactor_netty_connection_provider_") && line.contains("name=\"bedrock-runtime"))
			.forEach((line) -> metrics.add(nameAndKeys(line)));
		return metrics;
	}

	private static String nameAndKeys(String line) {
		Matcher sample = SAMPLE.matcher(line);
		assertThat(sample.find()).as(line).isTrue();
		List<String> keys = new ArrayList<>();
		Matcher label = LABEL.matcher((sample.group(2) != null) ? sample.group(2) : "");
		while (label.find()) {
			keys.add(label.group(1));
		}
		return sample.group(1) + "{" + String.join(", ", keys) + "}";
	}

	private static List<String> documented() throws IOException {
		return new ClassPathResource("metrics.txt").getContentAsString(StandardCharsets.UTF_8).lines().toList();
	}

}
