package io.bedrockruntime.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.internal.journal.EventBuffer;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.testing.RawExchange;
import io.bedrockruntime.emulator.testing.RawExchange.End;
import io.bedrockruntime.eventstream.EventStreamMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BedrockRuntimeEmulatorTests {

	@Test
	void whenClosedThenConnectionsAndThreadsEnd() {
		BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().apiKey("key").start();
		emulator.script().fault(new Fault.SilenceAfterEvents(1, Fault.FOREVER));
		try (RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readAll(200)).isEqualTo(End.SILENT);
			assertThat(threads()).isNotEmpty();
			emulator.close();
			assertThat(exchange.readAll(5000)).isNotEqualTo(End.SILENT);
		}
		emulator.close();
		threads().forEach(BedrockRuntimeEmulatorTests::join);
		assertThat(threads()).isEmpty();
	}

	@Test
	void whenScriptHasEntriesThenEachIsUsedAsOftenAsItSays() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().apiKey("key").start()) {
			emulator.script()
				.add(ScriptEntry.of(new Reply.Error(429, "ThrottlingException", "Slow")).on("Converse").times(2))
				.add(ScriptEntry.of(new Reply.Json("{\"any\":1}")).on("Converse").always())
				.add(ScriptEntry.of(new Reply.Events(List.of(EventStreamMessage.error("a", "b"))))
					.on("ConverseStream"));
			assertThat(converse(emulator)).startsWith("HTTP/1.1 429").contains("ThrottlingException");
			assertThat(converse(emulator)).startsWith("HTTP/1.1 429");
			assertThat(converse(emulator)).startsWith("HTTP/1.1 200").endsWith("{\"any\":1}");
			assertThat(converse(emulator)).endsWith("{\"any\":1}");
			assertThat(emulator.script().entries()).hasSize(2);
			assertThat(emulator.requests()).hasSize(4);
			emulator.reset();
			assertThat(emulator.script().entries()).isEmpty();
			assertThat(emulator.requests()).isEmpty();
			assertThat(converse(emulator)).contains("emulator");
		}
	}

	@Test
	void whenErrorIsScriptedThenItsCodeStandsWhereItShould() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().apiKey("key").start()) {
			for (Reply.Placement placement : Reply.Placement.values()) {
				emulator.script()
					.reply(new Reply.Error(503, "ServiceUnavailableException", "Later", placement,
							List.of(new Header("x-amz-retry-after", "1500"))));
			}
			assertThat(converse(emulator)).contains("x-amzn-ErrorType: ServiceUnavailableException")
				.contains("x-amz-retry-after: 1500")
				.endsWith("{\"message\":\"Later\"}");
			assertThat(converse(emulator))
				.endsWith("{\"__type\":\"ServiceUnavailableException\",\"message\":\"Later\"}");
			assertThat(converse(emulator)).endsWith("{\"code\":\"ServiceUnavailableException\",\"message\":\"Later\"}");
			assertThat(converse(emulator)).doesNotContain("ServiceUnavailableException");
		}
	}

	@Test
	void whenRequestsDoNotComeThenWaitingEnds() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			assertThatIllegalStateException().isThrownBy(() -> emulator.awaitRequests(1, Duration.ofMillis(10)))
				.withMessageContaining("1 requests");
		}
	}

	@Test
	void whenPacedThenEventsComeOneByOne() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
			.apiKey("key")
			.tokensPerSecond(0.2)
			.firstTokenDelay(Duration.ofMillis(10))
			.start(); RawExchange exchange = RawExchange.converseStream(emulator)) {
			assertThat(exchange.readUntil((text) -> text.contains("messageStart"), 600)).isEqualTo(End.SILENT);
			assertThat(exchange.chunks()).hasSize(1);
		}
	}

	@Test
	void whenPrintedThenNoSecretOrContentIsSeen() {
		EmulatorSettings settings = new EmulatorSettings("h", 1, "r", "id", "SECRET", "TOKEN", "KEY",
				new Pacing(0, Duration.ZERO), Clock.systemUTC(), List.of(),
				new EmulatorSettings.Async(Duration.ZERO, null));
		RecordedRequest request = new RecordedRequest("POST", "/", null, List.of(new Header("Authorization", "SECRET")),
				"SECRET".getBytes(StandardCharsets.UTF_8), new EventBuffer());
		assertThat(settings.toString() + request + request.headers() + new Reply.Text("SECRET")
				+ new Reply.Json("SECRET") + new Reply.ToolUse("t", "SECRET") + new Reply.AsyncFailure("SECRET"))
			.doesNotContain("SECRET", "TOKEN", "KEY");
	}

	@Test
	void whenOptionsAreWrongThenApplicationSaysWhich() {
		assertThat(errors("--port", "x")).startsWith("Option --port needs a number from 0 to 65535");
		assertThat(errors("--port")).startsWith("Option --port needs a value");
		assertThat(errors("--porto", "1")).startsWith("Unknown option --porto").contains("--region");
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			assertThat(errors("--port", Integer.toString(emulator.endpoint().getPort())))
				.startsWith("The emulator could not start: ");
		}
	}

	@Test
	void whenGuardrailFileIsWrongThenApplicationSaysSo() {
		assertThat(errors("--guardrails", "no/such/file.json"))
			.startsWith("The guardrail file no/such/file.json could not be read");
	}

	@Test
	void whenGuardrailsAndFolderAreOptionsThenTheyAreUsed(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("guardrails.json"),
				"{\"id\":\"gr1\",\"blockedInputMessaging\":\"Not so.\",\"blockedOutputsMessaging\":\"b\","
						+ "\"wordPolicyConfig\":{\"wordsConfig\":[{\"text\":\"Hello\"}]}}");
		String[] args = { "--port", "0", "--api-key", "key", "--guardrails", file.toString(), "--async-output",
				folder.toString(), "--async-duration", "7" };
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulatorApplication.start(args, System.err);
				RawExchange exchange = RawExchange.post(emulator, "/guardrail/gr1/version/DRAFT/apply",
						"{\"source\":\"INPUT\",\"content\":[{\"text\":{\"text\":\"Hello\"}}]}")) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			assertThat(new String(exchange.rawBody(), StandardCharsets.UTF_8)).contains("Not so.");
			assertThat(emulator.asyncOutputFolder()).isEqualTo(folder);
		}
	}

	@Test
	void whenOptionsAreRightThenApplicationGreets() {
		String[] args = { "--port", "0", "--region", "eu-central-1", "--secret-key", "PRIVATE", "--access-key", "ID",
				"--tokens-per-second", "0", "--api-key", "HIDDEN", "--first-token-delay", "5" };
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulatorApplication.start(args, System.err)) {
			assertThat(emulator.region()).isEqualTo("eu-central-1");
			assertThat(emulator.apiKey()).isEqualTo("HIDDEN");
			assertThat(BedrockRuntimeEmulatorApplication.greeting(emulator))
				.contains("BEDROCK_RUNTIME_ENDPOINT=" + emulator.endpoint(),
						"AWS_ENDPOINT_URL_BEDROCK_RUNTIME=" + emulator.endpoint(), "ID")
				.doesNotContain("PRIVATE", "HIDDEN");
		}
	}

	private static String errors(String... args) {
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		assertThat(BedrockRuntimeEmulatorApplication.start(args, new PrintStream(errors, true, StandardCharsets.UTF_8)))
			.isNull();
		return errors.toString(StandardCharsets.UTF_8);
	}

	private static String converse(BedrockRuntimeEmulator emulator) {
		try (RawExchange exchange = RawExchange.converse(emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(End.CLOSED);
			return exchange.head() + "\n" + new String(exchange.rawBody(), StandardCharsets.UTF_8);
		}
	}

	private static List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("bedrock-runtime-emulator"))
			.toList();
	}

	private static void join(Thread thread) {
		try {
			thread.join(5000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
