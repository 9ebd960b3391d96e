package io.bedrockruntime.samples.chat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.RestClient;

/**
 * A real Prometheus with the configuration of this project, except for shorter intervals.
 */
class Prometheus implements AutoCloseable {

	static final Path CONFIGURATION = Path.of("..", "..", "observability", "prometheus");

	/** Window of rates, which must contain at least four scrapes. */
	static final String WINDOW = "8s";

	private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=(\\S+)");

	private final Path directory;

	private final Process process;

	private final RestClient api;

	Prometheus(int target) {
		try {
			this.directory = Files.createTempDirectory("prometheus");
			configure(target);
			this.process = new ProcessBuilder(find("prometheus").orElseThrow().toString(),
					"--config.file=" + this.directory.resolve("prometheus.yml"),
					"--storage.tsdb.path=" + this.directory.resolve("data"), "--web.listen-address=127.0.0.1:0",
					"--enable-feature=exemplar-storage")
				.redirectErrorStream(true)
				.start();
			this.api = RestClient.create("http://" + awaitAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void configure(int target) throws IOException {
		copy("prometheus.yml", "chat:8080", "127.0.0.1:" + target, "5s", "1s");
		copy("bedrock-recording.yml", "interval: 30s", "interval: 1s", "[5m]", "[" + WINDOW + "]");
		copy("bedrock-alerts.yml");
	}

	private void copy(String name, String... replacements) throws IOException {
		String text = Files.readString(CONFIGURATION.resolve(name));
		for (int i = 0; i < replacements.length; i += 2) {
			if (!text.contains(replacements[i])) {
				throw new IllegalStateException(name + " has no " + replacements[i]);
			}
			text = text.replace(replacements[i], replacements[i + 1]);
		}
		Files.writeString(this.directory.resolve(name), text);
	}

	private String awaitAddress() throws IOException {
		BufferedReader log = this.process.inputReader();
		List<String> lines = new ArrayList<>();
		for (String line = log.readLine(); line != null; line = log.readLine()) {
			Matcher matcher = LISTENING.matcher(line);
			if (matcher.find()) {
				// Otherwise it would block when the pipe is full.
				Thread drain = new Thread(() -> drain(log), "prometheus-log");
				drain.setDaemon(true);
				drain.start();
				return matcher.group(1);
			}
			lines.add(line);
		}
		throw new IllegalStateException("Prometheus did not start: " + lines);
	}

	private static void drain(BufferedReader log) {
		try {
			log.transferTo(Writer.nullWriter());
		}
		catch (IOException ex) {
			// Prometheus has ended.
		}
	}

	/** Return the current result of a query: a list of series, each with a value. */
	JsonNode query(String query) {
		return get("/api/v1/query?query={query}", query).get("result");
	}

	/**
	 * Return the result of a query for the last seconds: a list of series with values.
	 */
	JsonNode queryRange(String query, int seconds) {
		long now = System.currentTimeMillis() / 1000;
		return get("/api/v1/query_range?query={query}&start={start}&end={end}&step=1", query, now - seconds, now)
			.get("result");
	}

	List<JsonNode> rules() {
		List<JsonNode> rules = new ArrayList<>();
		get("/api/v1/rules").get("groups").forEach((group) -> group.get("rules").forEach(rules::add));
		return rules;
	}

	private JsonNode get(String uri, Object... variables) {
		JsonNode answer = this.api.get().uri(uri, variables).retrieve().body(JsonNode.class);
		if (answer == null || !answer.path("status").asString().equals("success")) {
			throw new IllegalStateException(URI.create(uri) + ": " + answer);
		}
		return answer.get("data");
	}

	/** Run promtool, and return its output if it fails. */
	static Optional<String> complaint(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(find("promtool").orElseThrow().toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(CONFIGURATION.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes());
		return (process.waitFor() == 0) ? Optional.empty() : Optional.of(output);
	}

	static Optional<Path> find(String program) {
		return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		try {
			this.process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
		}
		catch (CompletionException ex) {
			this.process.destroyForcibly().onExit().join();
		}
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
