package io.bedrockruntime.emulator.sdk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.record.ReceivedEvents;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.emulator.testing.SdkClients;
import io.bedrockruntime.emulator.testing.Sessions;
import io.bedrockruntime.emulator.testing.Sessions.Session;
import io.bedrockruntime.emulator.testing.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("exhaustive")
class SdkBidirectionalStreamTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String ECHO = "example.echo-v1:0";

	private final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
		.apiKey("key")
		.tokensPerSecond(0)
		.start();

	private final BedrockRuntimeAsyncClient client = SdkClients.http2(this.emulator, this.emulator.secretAccessKey(),
			null);

	@AfterEach
	void stop() {
		this.client.close();
		this.emulator.close();
	}

	@Test
	void whenUserSpeaksThenSonicRespondsWithTextAndSpeech() throws Exception {
		List<String> input = new ArrayList<>(List.of(Sessions.START, Sessions.PROMPT));
		input.addAll(Sessions.textContent("c0", "SYSTEM", "Be brief"));
		input.addAll(Sessions.textContent("c1", "USER", "Good morning"));
		input.addAll(Sessions.audioContent("c2", 32_000));
		input.add("{\"event\":{\"promptEnd\":{\"promptName\":\"p\"}}}");
		input.add(Sessions.END);
		Session session = Sessions.open(this.client, Sessions.SONIC, Flux.fromIterable(input));
		session.done().get(20, TimeUnit.SECONDS);
		assertThat(session.said("ASSISTANT")).containsExactly("You said: Good morning",
				"You sent 1.00 seconds of audio.");
		assertThat(session.said("USER")).containsExactly("(1.00 seconds of audio)");
		assertThat(session.names())
			.startsWith("completionStart", "contentStart", "textOutput", "contentEnd", "contentStart", "audioOutput")
			.endsWith("audioOutput", "contentEnd", "usageEvent", "completionEnd");
		JsonNode audio = session.events()
			.stream()
			.filter((event) -> event.has("audioOutput"))
			.findFirst()
			.orElseThrow();
		assertThat(audio.path("audioOutput").path("content").binaryValue()).hasSize(4800).isNotEqualTo(new byte[4800]);
		ReceivedEvents received = this.emulator.requests().get(0).receivedEvents();
		assertThat(received.contents()).hasSize(input.size());
		assertThat(new String(received.contents().get(0), StandardCharsets.UTF_8)).isEqualTo(Sessions.START);
		assertThat(this.emulator.cancellations()).isEmpty();
	}

	@Test
	void whenInputEndsWithoutSessionEndThenWhatIsOwedComes() throws Exception {
		List<String> input = new ArrayList<>(List.of(Sessions.START, Sessions.PROMPT));
		input.addAll(Sessions.textContent("c1", "USER", "Half a").subList(0, 2));
		Session session = Sessions.open(this.client, Sessions.SONIC, Flux.fromIterable(input));
		session.done().get(20, TimeUnit.SECONDS);
		assertThat(session.said("ASSISTANT")).containsExactly("You said: Half a");
		assertThat(session.names()).endsWith("completionEnd");
		assertThat(this.emulator.requests().get(0).receivedEvents().isComplete()).isTrue();
	}

	@Test
	void whenRespondsAreAwaitedBeforeMoreIsSaidThenEventsGoBothWaysAtOnce() throws Exception {
		Sinks.Many<String> input = Sinks.many().unicast().onBackpressureBuffer();
		Session session = Sessions.open(this.client, ECHO, input.asFlux());
		for (int i = 0; i < 20; i++) {
			String word = "word " + i;
			input.tryEmitNext(word);
			this.emulator.awaitRequests(1, TIMEOUT).get(0).receivedEvents().await(i + 1, TIMEOUT);
			Poll.until(() -> session.texts().contains(word));
		}
		assertThat(session.done()).isNotDone();
		input.tryEmitComplete();
		session.done().get(20, TimeUnit.SECONDS);
		assertThat(session.received()).hasSize(20);
	}

	@Test
	void whenTwoHundredTalkAtOnceThenEachHearsItsOwn() throws Exception {
		List<Session> sessions = IntStream.range(0, 200)
			.mapToObj((number) -> Sessions.open(this.client, ECHO,
					Flux.range(0, 20).map((part) -> "session " + number + " part " + part)))
			.toList();
		for (int i = 0; i < 200; i++) {
			int number = i;
			sessions.get(i).done().get(60, TimeUnit.SECONDS);
			assertThat(sessions.get(i).texts()).containsExactlyElementsOf(
					IntStream.range(0, 20).mapToObj((part) -> "session " + number + " part " + part).toList());
		}
		Poll.until(() -> this.emulator.activeResponses() == 0);
		assertThat(this.emulator.cancellations()).isEmpty();
	}

	@Test
	void whenClientCancelsThenItIsNoticed() {
		Session session = Sessions.open(this.client, ECHO, Flux.concat(Flux.just("one"), Flux.never()));
		this.emulator.awaitRequests(1, TIMEOUT).get(0).receivedEvents().await(1, TIMEOUT);
		Poll.until(() -> session.texts().contains("one"));
		session.done().cancel(true);
		Cancellation cancellation = this.emulator.awaitCancellations(1, TIMEOUT).get(0);
		assertThat(cancellation.eventsSent()).isOne();
		assertThat(cancellation.rawPath()).endsWith("/invoke-with-bidirectional-stream");
		assertThat(this.emulator.activeResponses()).isZero();
	}

	@Test
	void whenSecretIsWrongThenSessionIsRefused() {
		try (BedrockRuntimeAsyncClient wrong = SdkClients.http2(this.emulator, "wrong", null)) {
			assertThat(failure(Sessions.open(wrong, ECHO, Flux.just("one"))))
				.isInstanceOf(BedrockRuntimeException.class)
				.hasMessageContaining("signature");
		}
	}

	@Test
	void whenEventIsWrongThenValidationExceptionEndsTheSession() {
		assertRefused(Sessions.SONIC, "JSON", Sessions.START, "no json");
		assertRefused(Sessions.SONIC, "has an unknown type", Sessions.START, "{\"event\":{\"other\":{}}}");
		assertRefused(Sessions.SONIC, "must be 'sessionStart'", Sessions.PROMPT);
		assertRefused(Sessions.SONIC, "exactly one member", "{\"event\":{}}");
		assertRefused(Sessions.SONIC, "contentName", Sessions.START, Sessions.PROMPT,
				Sessions.textContent("c", "USER", "x").get(1));
		assertRefused(Sessions.SONIC, "does not accept audio", Sessions.START, Sessions.PROMPT,
				Sessions.textContent("c", "USER", "x").get(0), Sessions.audioContent("c", 2).get(1));
		assertRefused(ECHO, "less than or equal to 1000000", "x".repeat(1_000_001));
	}

	@Test
	void whenContentIsAsLargeAsAllowedThenItIsTaken() throws Exception {
		Session session = Sessions.open(this.client, ECHO, Flux.just("x".repeat(1_000_000)));
		session.done().get(20, TimeUnit.SECONDS);
		assertThat(session.received()).singleElement().satisfies((content) -> assertThat(content).hasSize(1_000_000));
	}

	@Test
	void whenSessionIsScriptedThenPartsComeInTheirTime() throws Exception {
		this.emulator.script()
			.reply(Reply.Session.of(Reply.SessionPart.chunks(0, "hello"), Reply.SessionPart.chunks(2, "two", "more"),
					Reply.SessionPart.chunks(3, "bye")));
		Session session = Sessions.open(this.client, ECHO, Flux.just("1", "2", "3").concatWith(Flux.never()));
		session.done().get(20, TimeUnit.SECONDS);
		assertThat(session.texts()).containsExactly("hello", "two", "more", "bye");
		this.emulator.script().text("Forty-two.");
		List<String> input = new ArrayList<>(List.of(Sessions.START, Sessions.PROMPT));
		input.addAll(Sessions.textContent("c1", "USER", "What?"));
		Session spoken = Sessions.open(this.client, Sessions.SONIC, Flux.fromIterable(input));
		spoken.done().get(20, TimeUnit.SECONDS);
		assertThat(spoken.said("ASSISTANT")).containsExactly("Forty-two.");
	}

	@Test
	void whenErrorIsScriptedThenItIsRespondedToInsteadOfASession() {
		this.emulator.script().error(429, "ThrottlingException", "Slow down");
		assertThat(failure(Sessions.open(this.client, ECHO, Flux.never()))).isInstanceOf(ThrottlingException.class);
	}

	@Test
	void whenFaultsAreScriptedThenSessionBreaks() {
		// The SDK treats a stream that is reset in the middle as complete.
		List<Fault> faults = List.of(new Fault.ResetBeforeHeaders(), new Fault.CloseWithoutLastChunk(2),
				new Fault.ResetConnectionAfterEvents(2), new Fault.CorruptMessageCrc(2), new Fault.CorruptPreludeCrc(2),
				new Fault.ExceptionAfterEvents(2, "throttlingException", "{\"message\":\"slow\"}"),
				new Fault.ErrorAfterEvents(2, "broken", "It broke"));
		for (Fault fault : faults) {
			this.emulator.script().fault(fault);
			Session session = Sessions.open(this.client, ECHO, Flux.just("1", "2", "3", "4").concatWith(Flux.never()));
			assertThat(failure(session)).as(fault.toString()).isNotNull();
			assertThat(session.texts()).as(fault.toString()).hasSizeLessThanOrEqualTo(2);
		}
	}

	@Test
	void whenFaultsLeaveTheSessionWholeThenNothingIsLost() throws Exception {
		List<Fault> faults = List.of(new Fault.SplitIntoChunks(7), new Fault.Dribble(Duration.ZERO),
				new Fault.SilenceAfterEvents(1, Duration.ofMillis(20)),
				new Fault.SilenceBeforeFirstEvent(Duration.ofMillis(20)),
				new Fault.SilenceBeforeHeaders(Duration.ofMillis(20)));
		for (Fault fault : faults) {
			this.emulator.script().fault(fault);
			Session session = Sessions.open(this.client, ECHO, Flux.just("1", "2", "3"));
			session.done().get(20, TimeUnit.SECONDS);
			assertThat(session.texts()).as(fault.toString()).containsExactly("1", "2", "3");
		}
	}

	@Test
	void whenEmulatorIsSilentThenFastClientIsSlowed() {
		this.emulator.script().fault(new Fault.SilenceBeforeFirstEvent(Fault.FOREVER));
		AtomicLong sent = new AtomicLong();
		byte[] content = new byte[100_000];
		Session session = Sessions.openBytes(this.client, ECHO, Flux.range(0, 2_000).map((number) -> {
			sent.incrementAndGet();
			return content;
		}));
		this.emulator.awaitRequests(1, TIMEOUT).get(0).receivedEvents().await(30, TIMEOUT);
		assertThat(Poll.untilStill(sent::get)).isLessThan(500);
		assertThat(this.emulator.requests().get(0).receivedEvents().count()).isLessThan(100);
		session.done().cancel(true);
		this.emulator.awaitCancellations(1, TIMEOUT);
	}

	@Test
	void whenTlsIsSpokenThenSessionRunsToo(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		try (BedrockRuntimeEmulator secure = BedrockRuntimeEmulator.builder()
			.tokensPerSecond(0)
			.tls(certificate.keyManagers())
			.start(); BedrockRuntimeAsyncClient tls = SdkClients.http2(secure, secure.secretAccessKey(), certificate)) {
			Session session = Sessions.open(tls, ECHO, Flux.just("1", "2"));
			session.done().get(20, TimeUnit.SECONDS);
			assertThat(session.texts()).containsExactly("1", "2");
		}
	}

	private void assertRefused(String modelId, String message, String... contents) {
		Session session = Sessions.open(this.client, modelId, Flux.fromArray(contents).concatWith(Flux.never()));
		assertThat(failure(session)).isInstanceOf(ValidationException.class).hasMessageContaining(message);
	}

	private static Throwable failure(Session session) {
		ExecutionException[] failure = new ExecutionException[1];
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> session.done().get(20, TimeUnit.SECONDS))
			.satisfies((ex) -> failure[0] = ex);
		return failure[0].getCause();
	}

}
