package io.bedrockruntime.emulator.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.testing.CanaryCalls;
import io.bedrockruntime.emulator.testing.CanaryCalls.Call;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Puts a mark into every secret, prompt and response, lets calls succeed and fail, and
 * searches everything that is logged, thrown, printed or observed.
 */
@Tag("exhaustive")
class CanaryTests {

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final String ACCESS_KEY = "AKIACANARYEXAMPLE0";

	private static final String SECRET = "canary/secret/access/key";

	private static final String SESSION_TOKEN = "canary+session/token==";

	private static final String API_KEY = "bedrock-api-key-canary";

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	/** Everything that could become visible to others. */
	private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

	private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			CanaryTests.this.seen
				.add(event.getLoggerName() + ": " + event.getFormattedMessage() + ((event.getThrowableProxy() != null)
						? ThrowableProxyUtil.asString(event.getThrowableProxy()) : ""));
		}

	};

	private Level level;

	private Timeouts timeouts = Timeouts.defaults();

	private BedrockRuntimeEmulator emulator;

	@BeforeEach
	void start() {
		this.level = this.root.getLevel();
		this.root.setLevel(Level.DEBUG);
		this.log.setContext(this.root.getLoggerContext());
		this.log.start();
		this.root.addAppender(this.log);
		this.emulator = BedrockRuntimeEmulator.builder()
			.credentials(ACCESS_KEY, SECRET, SESSION_TOKEN)
			.apiKey(API_KEY)
			.tokensPerSecond(0)
			.start();
	}

	@AfterEach
	void stop() {
		this.emulator.close();
		this.root.detachAppender(this.log);
		this.root.setLevel(this.level);
	}

	private ReactiveBedrockRuntimeTemplate client(boolean apiKey) {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new Observer());
		var builder = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(this.emulator.endpoint())
			.region(this.emulator.region())
			.timeouts(this.timeouts)
			.retries(RetrySettings.none())
			.webClientBuilder(WebClient.builder().observationRegistry(observations));
		return (apiKey ? builder.apiKey(API_KEY) : builder.credentialsProvider(
				StaticCredentialsProvider.create(AwsSessionCredentials.create(ACCESS_KEY, SECRET, SESSION_TOKEN))))
			.build();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.bedrockruntime.emulator.testing.CanaryCalls#all")
	void whenCallSucceedsThenNothingConfidentialIsSeen(Call call) {
		this.emulator.script().add(ScriptEntry.of(call.answer()).always());
		List<Object> answers = call(call, false);
		assertThat(answers).isNotEmpty().noneMatch(BedrockRuntimeException.class::isInstance);
		assertThat(call.content(answers)).contains(call.answered());
		wentOverTheWire(call, false);
		nothingIsSeen();
		if (!call.live()) {
			call(call, true);
			wentOverTheWire(call, true);
			nothingIsSeen();
		}
	}

	static Stream<Arguments> failures() {
		String json = "{\"message\":\"No.\",\"details\":\"canary in an error\"}";
		List<Header> headers = List.of(new Header("x-amzn-ErrorType", "ValidationException"),
				new Header("x-answer", "canary in a header"));
		List<ScriptEntry> anywhere = List.of(ScriptEntry.of(new Reply.Raw(400, headers, utf8(json))),
				ScriptEntry.of(new Reply.Raw(503, List.of(new Header("content-type", "text/html")),
						utf8("<html>canary on a page</html>"))),
				ScriptEntry.of(new Reply.Raw(200, List.of(new Header("content-type", "text/html")),
						utf8("<html>canary on a page</html>"))),
				ScriptEntry.of(new Reply.Raw(200, List.of(new Header("content-type", "application/json")),
						utf8("{\"output\":\"canary in what cannot be read"))),
				ScriptEntry.of(new Fault.ResetBeforeHeaders()),
				ScriptEntry.of(new Fault.SilenceBeforeHeaders(Fault.FOREVER)));
		List<Fault> streams = List.of(new Fault.CorruptMessageCrc(1), new Fault.CutInsideEvent(1),
				new Fault.OversizedEvent(1, 30 << 20), new Fault.ResetAfterEvents(1),
				new Fault.ErrorAfterEvents(1, "InternalFailure", "No."),
				new Fault.ExceptionAfterEvents(1, "modelStreamErrorException", json));
		return CanaryCalls.all().flatMap((call) -> {
			List<ScriptEntry> entries = new ArrayList<>(call.live() ? List.of() : anywhere);
			if (call.stream()) {
				streams.forEach((fault) -> entries.add(ScriptEntry.of(call.answer()).with(fault)));
			}
			if (call.stream() && !call.live()) {
				entries.add(ScriptEntry.of(new Reply.Events(List.of(EventStreamMessage.event("contentBlockDelta",
						utf8("{\"contentBlockIndex\":0,\"delta\":{\"text\":\"canary in what cannot be read"))))));
				entries.add(ScriptEntry.of(new Reply.Events(List
					.of(EventStreamMessage.event("chunk", utf8("{\"bytes\":\"canary that is not base64\"}"))))));
			}
			return entries.stream().map((entry) -> arguments(call, entry));
		});
	}

	@ParameterizedTest(name = "{0} {index}")
	@MethodSource("failures")
	void whenCallFailsThenNothingConfidentialIsSeen(Call call, ScriptEntry entry) {
		this.emulator.script().add(entry);
		if (entry.faults().stream().anyMatch(Fault.SilenceBeforeHeaders.class::isInstance)) {
			this.timeouts = this.timeouts.withResponse(Duration.ofSeconds(2));
		}
		List<Object> answers = call(call, false);
		wentOverTheWire(call, false);
		nothingIsSeen();
		if (entry.reply() instanceof Reply.Raw raw && raw.status() != 200) {
			assertThat(answers).singleElement()
				.isInstanceOfSatisfying(BedrockRuntimeServiceException.class,
						(ex) -> assertThat(ex.error().rawBody()).contains("canary"));
		}
	}

	/** Return the result or the failure, and record how it prints. */
	private List<Object> call(Call call, boolean apiKey) {
		this.seen.add(call.request().toString());
		try (ReactiveBedrockRuntimeTemplate client = client(apiKey)) {
			this.seen.add(client.toString());
			List<Object> answers = Flux.<Object>from(call.call().apply(client))
				.onErrorResume((failure) -> Flux.just(failure))
				.collectList()
				.block(WAIT);
			assertThat(answers).isNotNull();
			answers.forEach(this::print);
			return answers;
		}
	}

	private void print(Object answer) {
		this.seen.add(answer.toString());
		if (answer instanceof Throwable failure) {
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			this.seen.add(trace.toString());
		}
		if (answer instanceof BedrockRuntimeServiceException service) {
			this.seen.add(service.error().toString());
		}
	}

	/** Otherwise the test would prove nothing. */
	private void wentOverTheWire(Call call, boolean apiKey) {
		List<RecordedRequest> requests = this.emulator.requests();
		RecordedRequest request = requests.get(requests.size() - 1);
		StringBuilder wire = new StringBuilder(request.rawPath()).append('?').append(request.rawQuery());
		request.headers().forEach((header) -> wire.append('\n').append(header.value()));
		wire.append('\n').append(new String(request.body(), StandardCharsets.UTF_8));
		request.receivedEvents()
			.contents()
			.forEach((content) -> wire.append(new String(content, StandardCharsets.UTF_8)));
		assertThat(wire).contains(call.sent());
		if (apiKey) {
			assertThat(wire).contains(API_KEY);
		}
		else {
			assertThat(wire).contains(ACCESS_KEY, SESSION_TOKEN);
		}
	}

	private void nothingIsSeen() {
		assertThat(this.seen).hasSizeGreaterThan(3).anyMatch((text) -> text.startsWith("reactor.netty"));
		assertThat(this.seen).noneMatch((text) -> text.toLowerCase(Locale.ROOT).contains("canary")
				|| text.contains(Base64.getEncoder().encodeToString(utf8(CanaryCalls.BYTES))));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Records the key values that a span would have. */
	private final class Observer implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			CanaryTests.this.seen.add(context.getName() + context.getContextualName() + context.getAllKeyValues());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
