package io.bedrockruntime.autoconfigure.health;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.FaultyEndpoint;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.exception.ValidationException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

import static io.bedrockruntime.autoconfigure.health.BedrockRuntimeHealthProperties.Probe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BedrockRuntimeHealthIndicator}.
 */
@ExtendWith(OutputCaptureExtension.class)
class BedrockRuntimeHealthIndicatorTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static BedrockRuntimeEmulator emulator;

	private final BedrockRuntimeHealthProperties properties = new BedrockRuntimeHealthProperties();

	private final SlowProvider provider = new SlowProvider();

	private ReactiveBedrockRuntimeTemplate client;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder()
			.region("eu-central-1")
			.credentials("AKIAOFTHETESTS000000", "s3cret", null)
			.tokensPerSecond(0)
			.start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
		// Long by default, as machines may be slow.
		this.properties.setTimeout(WAIT);
	}

	@AfterEach
	void close() {
		if (this.client != null) {
			this.client.close();
		}
	}

	// Credentials

	@Test
	void whenThereAreCredentialsThenItIsUpAndReportsProviderAndExpiration() {
		Instant expiration = Instant.now().plus(Duration.ofHours(1));
		this.provider.answer(expiration);
		Health health = health(indicator(withProvider()));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("probe", "credentials")
			.containsEntry("region", "eu-central-1")
			.containsEntry("endpoint", "bedrock-runtime.eu-central-1.amazonaws.com")
			.containsEntry("credentials", Map.of("provider", "SlowProvider", "expiresAt", expiration.toString()))
			.containsEntry("consecutiveFailures", 0)
			.containsKeys("checkedAt", "latencyMs")
			.doesNotContainKeys("reason", "requestId", "throttled", "lastErrorType", "lastSuccessAt");
		assertThat(health.toString()).doesNotContain("s3cret", "AKIA");
		assertThat(indicator(this.client).health(false).block(WAIT).getDetails()).isEmpty();
	}

	@Test
	void whenProviderHangsThenItIsDownInTime() {
		this.properties.setTimeout(Duration.ofMillis(50));
		Health health = health(indicator(withProvider()));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "timeout").doesNotContainKey("credentials");
	}

	@Test
	void whenHundredCallersSubscribeThenProviderIsCalledOnce() {
		BedrockRuntimeHealthIndicator indicator = indicator(withProvider());
		List<CompletableFuture<Health>> asking = IntStream.range(0, 100)
			.parallel()
			.mapToObj((i) -> indicator.health().toFuture())
			.toList();
		await().atMost(WAIT).until(() -> this.provider.asked.get() == 1);
		this.provider.answer(null);
		assertThat(asking).allSatisfy(
				(health) -> assertThat(health).succeedsWithin(WAIT).extracting(Health::getStatus).isEqualTo(Status.UP));
		health(indicator);
		assertThat(this.provider.asked).hasValue(1);
	}

	@Test
	void whenOneCallerCancelsThenOthersReceiveTheResult() {
		BedrockRuntimeHealthIndicator indicator = indicator(withProvider());
		var first = indicator.health().subscribe();
		CompletableFuture<Health> second = indicator.health().toFuture();
		first.dispose();
		this.provider.answer(null);
		assertThat(second).succeedsWithin(WAIT).extracting(Health::getStatus).isEqualTo(Status.UP);
		assertThat(this.provider.asked).hasValue(1);
	}

	@Test
	void whenCredentialsHaveExpiredThenItIsDown() {
		this.provider.answer(Instant.now().minusSeconds(1));
		assertThat(health(indicator(withProvider()))).satisfies((health) -> {
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "credentials expired");
		});
	}

	@Test
	void whenResultIsFreshThenItIsCachedAndWhenItIsOldThenProviderIsCalled() {
		VirtualTimeScheduler timer = VirtualTimeScheduler.create();
		this.provider.answer(null);
		BedrockRuntimeHealthIndicator indicator = indicator(withProvider(), timer);
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
		timer.advanceTimeBy(Duration.ofSeconds(47));
		health(indicator);
		assertThat(this.provider.asked).hasValue(1);
		timer.advanceTimeBy(Duration.ofSeconds(13));
		health(indicator);
		assertThat(this.provider.asked).hasValue(2);
	}

	@Test
	void whenItIsDownThenItIsProbedSoonerAndLoggedOnceUntilItIsUpAgain(CapturedOutput output) {
		VirtualTimeScheduler timer = VirtualTimeScheduler.create();
		this.provider.fail(new IllegalStateException("arn:aws:iam::123456789012:role/s3cret"));
		BedrockRuntimeHealthIndicator indicator = indicator(withProvider(), timer);
		for (int i = 1; i <= 3; i++) {
			Health health = health(indicator);
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "no credentials");
			assertThat(health.toString()).doesNotContain("s3cret", "123456789012");
			timer.advanceTimeBy(Duration.ofSeconds(7));
			health(indicator);
			assertThat(this.provider.asked).hasValue(i);
			timer.advanceTimeBy(Duration.ofSeconds(3));
		}
		assertThat(output).containsOnlyOnce("the client is DOWN: no credentials").doesNotContain("s3cret", "\tat ");
		this.provider.answer(null);
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
		timer.advanceTimeBy(Duration.ofSeconds(60));
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
		assertThat(output).containsOnlyOnce("the client is UP");
		this.provider.fail(new IllegalStateException("again"));
		timer.advanceTimeBy(Duration.ofSeconds(60));
		assertThat(health(indicator).getStatus()).isEqualTo(Status.DOWN);
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "the client is DOWN")).isEqualTo(2);
	}

	@Test
	void whenItIsUpFromTheStartThenNothingIsLogged(CapturedOutput output) {
		this.provider.answer(null);
		health(indicator(withProvider()));
		assertThat(output).doesNotContain("the client is");
	}

	// Connections

	@Test
	void whenEndpointAcceptsNoConnectionThenItIsDown() {
		this.properties.setProbe(Probe.CONNECT);
		try (FaultyEndpoint unreachable = FaultyEndpoint.refusing()) {
			this.client = builder().endpoint(unreachable.endpoint()).build();
			Health health = health(indicator(this.client));
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "connection refused");
		}
	}

	@Test
	void whenEndpointAcceptsConnectionButSendsNothingThenItIsDownInTime() throws Exception {
		this.properties.setProbe(Probe.CONNECT);
		this.properties.setTimeout(Duration.ofMillis(100));
		try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			this.client = builder().endpoint(URI.create("https://127.0.0.1:" + silent.getLocalPort())).build();
			assertThat(health(indicator(this.client)).getDetails()).containsEntry("reason", "timeout");
		}
	}

	@Test
	void whenEndpointAcceptsConnectionThenItIsUpAndNothingIsSent() {
		this.properties.setProbe(Probe.CONNECT);
		assertThat(health(indicator(withEmulator())).getStatus()).isEqualTo(Status.UP);
		assertThat(emulator.requests()).isEmpty();
	}

	// Requests

	@Test
	void whenServiceListsInvocationsThenItIsUp() {
		this.properties.setProbe(Probe.LIST_ASYNC_INVOKES);
		Health health = health(indicator(withEmulator()));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("probe", "list-async-invokes")
			.containsEntry("endpoint", emulator.endpoint().getHost());
		assertThat(emulator.requests()).singleElement()
			.extracting(RecordedRequest::rawPath)
			.asString()
			.startsWith("/async-invoke");
	}

	@Test
	void whenServiceCountsTokensThenItIsUp() {
		this.properties.setProbe(Probe.COUNT_TOKENS);
		this.properties.setModel(MODEL);
		assertThat(health(indicator(withEmulator())).getStatus()).isEqualTo(Status.UP);
		assertThat(emulator.requests()).singleElement()
			.extracting(RecordedRequest::rawPath)
			.asString()
			.endsWith("/count-tokens");
	}

	@Test
	void whenThereIsNoModelToCountForThenItIsUnknownWithoutRequest() {
		this.properties.setProbe(Probe.COUNT_TOKENS);
		Health health = health(indicator(withEmulator()));
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health.getDetails()).containsEntry("reason", "no model")
			.containsEntry("hint", "set bedrock.runtime.health.model");
		assertThat(emulator.requests()).isEmpty();
	}

	@Test
	void whenProbeIsThrottledThenItIsUpAndNotSentAgain() {
		this.properties.setProbe(Probe.LIST_ASYNC_INVOKES);
		emulator.script().error(429, "ThrottlingException", "s3cret");
		Health health = health(indicator(withEmulator()));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("throttled", true).containsKey("requestId");
		assertThat(health.toString()).doesNotContain("s3cret");
		assertThat(emulator.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "LIST_ASYNC_INVOKES", "COUNT_TOKENS" })
	void whenPermissionIsMissingThenItIsUnknownAndNamed(Probe probe, CapturedOutput output) {
		this.properties.setProbe(probe);
		this.properties.setModel(MODEL);
		emulator.script()
			.error(403, "AccessDeniedException",
					"User: arn:aws:sts::123456789012:assumed-role/s3cret is not authorized");
		Health health = health(indicator(withEmulator()));
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health.getDetails())
			.containsEntry("reason",
					"missing permission "
							+ ((probe == Probe.COUNT_TOKENS) ? "bedrock:CountTokens" : "bedrock:ListAsyncInvokes"))
			.containsKey("requestId");
		assertThat(health.toString()).doesNotContain("s3cret", "123456789012");
		assertThat(output).contains("the client is UNKNOWN: missing permission").doesNotContain("s3cret");
	}

	@Test
	void whenServiceFailsThenItIsDown() {
		this.properties.setProbe(Probe.LIST_ASYNC_INVOKES);
		emulator.script().error(503, "ServiceUnavailableException", "s3cret");
		Health health = health(indicator(withEmulator()));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "ServiceUnavailableException").containsKey("requestId");
	}

	@Test
	void whenServiceDoesNotRespondThenItIsDownInTime() {
		this.properties.setProbe(Probe.LIST_ASYNC_INVOKES);
		this.properties.setTimeout(Duration.ofMillis(200));
		// A separate one, as the request may arrive during the next test.
		try (BedrockRuntimeEmulator own = BedrockRuntimeEmulator.builder()
			.region("eu-central-1")
			.credentials("AKIA", "s3cret", null)
			.start()) {
			own.script().add(ScriptEntry.of(new Fault.SilenceBeforeHeaders(Fault.FOREVER)).always());
			this.client = builder().endpoint(own.endpoint()).build();
			assertThat(health(indicator(this.client)).getDetails()).containsEntry("reason", "timeout");
		}
	}

	@Test
	void whenIdentityIsRejectedThenItIsDown() {
		this.properties.setProbe(Probe.LIST_ASYNC_INVOKES);
		this.client = builder().endpoint(emulator.endpoint())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAOTHER", "s3cret")))
			.build();
		Health health = health(indicator(this.client));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "UnrecognizedClientException");
		assertThat(health.toString()).doesNotContain("s3cret", "AKIAOTHER");
	}

	@ParameterizedTest
	@EnumSource
	void whenProbedThenNothingIsObserved(Probe probe) {
		ObservationRegistry registry = ObservationRegistry.create();
		AtomicInteger observations = new AtomicInteger();
		registry.observationConfig().observationHandler(new Counting(observations));
		this.properties.setProbe(probe);
		this.properties.setModel(MODEL);
		this.client = emulated().observationRegistry(registry)
			.webClientBuilder(WebClient.builder().observationRegistry(registry))
			.build();
		Health health = health(indicator(this.client));
		assertThat(health.getStatus()).isEqualTo((probe == Probe.NONE) ? Status.UNKNOWN : Status.UP);
		assertThat(observations).hasValue(0);
		this.client.listAsyncInvokes((request) -> {
		}).block(WAIT);
		assertThat(observations).hasPositiveValue();
	}

	// Calls of the application

	@Test
	void whenCallsOfApplicationFailThenTheyAreReportedAndDoNotAffectStatus() {
		withEmulator();
		BedrockRuntimeHealthIndicator indicator = indicator(this.client);
		emulator.script().error(400, "ValidationException", "s3cret");
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.converse((request) -> request.modelId(MODEL).user("Hi")).block(WAIT));
		Health health = health(indicator);
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("lastErrorType", "ValidationException")
			.containsEntry("consecutiveFailures", 1)
			.doesNotContainKey("lastSuccessAt");
		this.client.converse((request) -> request.modelId(MODEL).user("Hi")).block(WAIT);
		assertThat(health(indicator).getDetails()).containsEntry("consecutiveFailures", 0).containsKey("lastSuccessAt");
	}

	private static Health health(BedrockRuntimeHealthIndicator indicator) {
		return indicator.health().block(WAIT);
	}

	private BedrockRuntimeHealthIndicator indicator(ReactiveBedrockRuntimeTemplate client) {
		return indicator(client, Schedulers.parallel());
	}

	private BedrockRuntimeHealthIndicator indicator(ReactiveBedrockRuntimeTemplate client, Scheduler timer) {
		return new BedrockRuntimeHealthIndicator("the client", client,
				new HealthProbe(client, this.properties, ReactorClientHttpConnector::new, Clock.systemUTC()),
				this.properties, Clock.systemUTC(), timer);
	}

	private ReactiveBedrockRuntimeTemplate withProvider() {
		this.client = builder().credentialsProvider(this.provider).build();
		return this.client;
	}

	private ReactiveBedrockRuntimeTemplate withEmulator() {
		this.client = emulated().build();
		return this.client;
	}

	private static BedrockRuntimeBuilder emulated() {
		return builder().endpoint(emulator.endpoint())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())));
	}

	private static BedrockRuntimeBuilder builder() {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "s3cret")));
	}

	/** Responds when it is released, and immediately from then on. */
	private static final class SlowProvider implements IdentityProvider<AwsSessionCredentials> {

		private final AtomicInteger asked = new AtomicInteger();

		private volatile CompletableFuture<AwsSessionCredentials> answer = new CompletableFuture<>();

		void answer(Instant expiration) {
			AwsSessionCredentials.Builder credentials = AwsSessionCredentials.builder()
				.accessKeyId("AKIAOFTHETESTS000000")
				.secretAccessKey("s3cret")
				.sessionToken("s3cret");
			if (expiration != null) {
				credentials.expirationTime(expiration);
			}
			CompletableFuture<AwsSessionCredentials> pending = this.answer;
			this.answer = CompletableFuture.completedFuture(credentials.build());
			pending.complete(credentials.build());
		}

		void fail(RuntimeException failure) {
			this.answer = CompletableFuture.failedFuture(failure);
		}

		@Override
		public Class<AwsSessionCredentials> identityType() {
			return AwsSessionCredentials.class;
		}

		@Override
		public CompletableFuture<AwsSessionCredentials> resolveIdentity(ResolveIdentityRequest request) {
			CompletableFuture<AwsSessionCredentials> answer = this.answer;
			this.asked.incrementAndGet();
			return answer;
		}

	}

	private record Counting(AtomicInteger started) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			this.started.incrementAndGet();
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
