package io.bedrockruntime.internal.call;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.RawServer.Request;
import io.bedrockruntime.testserver.SignatureCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SigningFilter} and its signers, on requests as they are received.
 */
class SigningFilterTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String REGION = "eu-central-1";

	private static final AwsCredentials CREDENTIALS = AwsBasicCredentials.create("AKIDEXAMPLE", "secret+/key");

	private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/a b~\u00fc";

	private static final ConverseRequest REQUEST = ConverseRequest.of("m:0", "text");

	private RawServer server = responding(new RawServer());

	@AfterEach
	void close() {
		this.server.close();
	}

	private static RawServer responding(RawServer server) {
		return server.respond("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
	}

	private BedrockRuntimeBuilder builder() {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region(REGION)
			.endpoint(this.server.endpoint())
			.credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS));
	}

	private List<String> call(BedrockRuntimeBuilder builder) {
		try (ReactiveBedrockRuntimeTemplate client = builder.build()) {
			client.converse(REQUEST).block(WAIT);
		}
		return SignatureCheck.check(latest(), "AKIDEXAMPLE", "secret+/key", REGION);
	}

	private Request latest() {
		return this.server.requests().get(this.server.requests().size() - 1);
	}

	// What is signed

	@Test
	void whenTraceIsPassedOnThenItsHeadersGoOutUnsignedUnlessTheyAreWithheld() {
		WebClient.Builder tracing = WebClient.builder()
			.defaultHeader("traceparent", "00-1-2-01")
			.defaultHeader("baggage", "user=u");
		assertThat(call(builder().webClientBuilder(tracing))).containsExactly("content-type", "host",
				"x-amz-content-sha256", "x-amz-date");
		assertThat(latest().header("traceparent")).isEqualTo("00-1-2-01");
		assertThat(latest().header("baggage")).isEqualTo("user=u");
		call(builder().webClientBuilder(tracing).suppressedHeaders(List.of("Traceparent", "baggage")));
		assertThat(latest().header("traceparent")).isNull();
		assertThat(latest().header("baggage")).isNull();
	}

	@Test
	void whenSignedThenTheServiceComesToTheSameSignature() {
		assertThat(call(builder())).containsExactly("content-type", "host", "x-amz-content-sha256", "x-amz-date");
		assertThat(latest().header("host")).isEqualTo("127.0.0.1:" + this.server.port());
		assertThat(latest().header("accept")).isEqualTo("application/json");
		assertThat(latest().header("user-agent")).startsWith("bedrock-runtime-spring-boot/");
	}

	@Test
	void whenMembersAreHeadersThenTheyAreSigned() {
		try (ReactiveBedrockRuntimeTemplate client = builder().build()) {
			client
				.invokeModel(InvokeModelRequest.builder(ARN)
					.body("\u00fc".repeat(10_000))
					.contentType("text/plain;  charset=utf-8 ")
					.guardrailIdentifier("gr")
					.requestMetadata("{\"a\":  \"b\"}")
					.build())
				.block(WAIT);
		}
		assertThat(SignatureCheck.check(latest(), "AKIDEXAMPLE", "secret+/key", REGION))
			.contains("x-amzn-bedrock-guardrailidentifier", "x-amzn-bedrock-request-metadata");
		assertThat(latest().line()).isEqualTo("POST /model/"
				+ "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fa%20b~%C3%BC/invoke");
	}

	@Test
	void whenThereIsASessionThenItsTokenIsSigned() {
		AwsSessionCredentials session = AwsSessionCredentials.create("AKIDEXAMPLE", "secret+/key", "token/+==");
		assertThat(call(builder().credentialsProvider(StaticCredentialsProvider.create(session))))
			.contains("x-amz-security-token");
		assertThat(latest().headers("x-amz-security-token")).containsExactly("token/+==");
	}

	@Test
	void whenEndpointHasAPathThenItIsSignedAsSent() {
		call(builder().endpoint(URI.create(this.server.endpoint() + "/a%2Fb/c:d/")));
		assertThat(latest().line()).isEqualTo("POST /a%2Fb/c:d/model/m%3A0/converse");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[::1]", "[0:0:0:0:0:0:0:1]", "[0::1]" })
	void whenHostIsAnIpv6AddressThenItIsSignedAsSent(String host) throws IOException {
		this.server.close();
		this.server = responding(new RawServer(InetAddress.getByName("::1")));
		call(builder().endpoint(URI.create("http://" + host + ":" + this.server.port())));
	}

	@Test
	void whenHostHasCapitalsThenItIsSignedAsSent() {
		call(builder().endpoint(URI.create("http://LocalHost:" + this.server.port())));
	}

	// Filters

	@Test
	void whenFilterAddsHeadersOrAQueryThenTheSignatureHolds() {
		call(filtering((request) -> ClientRequest.from(request)
			.header("traceparent", "00-1-2-01")
			.header("x-amzn-trace-id", "Root=1")
			.header("authorization", "Basic forged")
			.header("x-amz-date", "20000101T000000Z")
			.url(URI.create(request.url() + "?b=%20&a=x%2Fy&a=1&c"))
			.build()));
		assertThat(latest().header("traceparent")).isEqualTo("00-1-2-01");
		assertThat(latest().headers("x-amz-date")).hasSize(1);
		assertThat(latest().line()).endsWith("/converse?b=%20&a=x%2Fy&a=1&c");
	}

	@Test
	void whenFilterChangesAHeaderThatIsSignedThenSaysSo() {
		refused("content-type", (headers) -> headers.headers((all) -> all.set("Content-Type", "text/plain")));
		refused("content-type", (headers) -> headers.headers((all) -> all.remove("Content-Type")));
		refused("content-type", (headers) -> headers.header("content-type", "application/json"));
		refused("host", (headers) -> headers.header("host", "example.com"));
	}

	@Test
	void whenFilterChangesTheBodyThenSaysSo() {
		refused("body", (request) -> request.body(BodyInserters.fromValue("other")));
	}

	private void refused(String what, UnaryOperator<ClientRequest.Builder> change) {
		int before = this.server.requests().size();
		try (ReactiveBedrockRuntimeTemplate client = filtering(
				(request) -> change.apply(ClientRequest.from(request)).build())
			.build()) {
			StepVerifier.create(client.converse(REQUEST))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SigningException.class)
					.hasMessageContaining("Converse failed")
					.hasMessageContaining(what)
					.hasMessageContaining("filter"))
				.verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(before);
	}

	private BedrockRuntimeBuilder filtering(UnaryOperator<ClientRequest> change) {
		return builder()
			.webClientBuilder(WebClient.builder().filter((request, next) -> next.exchange(change.apply(request))));
	}

	// Credentials

	@Test
	void whenProviderIsAskedThenItIsNotOnAThreadThatMustNotBlock() {
		AtomicReference<Thread> thread = new AtomicReference<>();
		AtomicReference<Boolean> blockable = new AtomicReference<>();
		AwsCredentialsProvider provider = () -> {
			thread.set(Thread.currentThread());
			blockable.set(!Schedulers.isInNonBlockingThread());
			return CREDENTIALS;
		};
		try (ReactiveBedrockRuntimeTemplate client = builder().credentialsProvider(provider).build()) {
			client.converse(REQUEST).subscribeOn(Schedulers.parallel()).block(WAIT);
			client.converse(REQUEST).flatMap((first) -> client.converse(REQUEST)).block(WAIT);
		}
		assertThat(blockable).hasValue(true);
		assertThat(thread.get()).isNotSameAs(Thread.currentThread());
	}

	@Test
	void whenProviderBlocksThenOtherCallsOnItsLoopContinue() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		AwsCredentialsProvider slow = () -> {
			asked.countDown();
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return CREDENTIALS;
		};
		LoopResources loop = LoopResources.create("one", 1, true);
		WebClient.Builder oneLoop = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create().runOn(loop)));
		try (ReactiveBedrockRuntimeTemplate blocked = builder().webClientBuilder(oneLoop)
			.credentialsProvider(slow)
			.build(); ReactiveBedrockRuntimeTemplate other = builder().webClientBuilder(oneLoop).build()) {
			CompletableFuture<?> waiting = other.converse(REQUEST)
				.flatMap((response) -> blocked.converse(REQUEST))
				.toFuture();
			assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(other.converse(REQUEST).block(WAIT)).isNotNull();
			assertThat(waiting).isNotDone();
			release.countDown();
			assertThat(waiting.get(20, TimeUnit.SECONDS)).isNotNull();
		}
		finally {
			release.countDown();
			loop.disposeLater(Duration.ZERO, WAIT).block(WAIT);
		}
	}

	@Test
	void whenProviderHasNothingThenSaysSo() {
		List<AwsCredentialsProvider> providers = List.of(() -> null, () -> {
			throw new IllegalStateException("no profile");
		}, () -> {
			throw new NoClassDefFoundError("sts");
		});
		for (AwsCredentialsProvider provider : providers) {
			noCredentials(builder().credentialsProvider(provider));
		}
		noCredentials(builder().credentialsProvider(provider(CompletableFuture.completedFuture(null))));
		noCredentials(builder().credentialsProvider(provider(null)));
		noCredentials(builder()
			.credentialsProvider(provider(CompletableFuture.failedFuture(new IllegalStateException("no profile")))));
		assertThat(this.server.requests()).isEmpty();
	}

	private void noCredentials(BedrockRuntimeBuilder builder) {
		try (ReactiveBedrockRuntimeTemplate client = builder.build()) {
			for (Flux<?> call : List.of(client.converse(REQUEST).flux(),
					client.converseStream(ConverseStreamRequest.of("m", "text")))) {
				StepVerifier.create(call).expectError(CredentialsException.class).verify(WAIT);
			}
		}
	}

	@Test
	void whenCancelledWhileTheProviderThinksThenNothingIsSent() {
		CompletableFuture<AwsCredentialsIdentity> identity = new CompletableFuture<>();
		try (ReactiveBedrockRuntimeTemplate client = builder().credentialsProvider(provider(identity)).build()) {
			Disposable call = client.converse(REQUEST).subscribe();
			await().until(() -> identity.getNumberOfDependents() > 0);
			call.dispose();
			assertThat(identity).as("the provider's own future, which others may wait for").isNotDone();
			identity.complete(CREDENTIALS);
			client.converse(REQUEST).block(WAIT);
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenProviderNeverRespondsThenTheResponseTimeoutExpires() {
		try (ReactiveBedrockRuntimeTemplate client = builder().credentialsProvider(provider(new CompletableFuture<>()))
			.timeouts(Timeouts.defaults().withResponse(Duration.ofMillis(100)))
			.build()) {
			for (Flux<?> call : List.of(client.converse(REQUEST).flux(),
					client.converseStream(ConverseStreamRequest.of("m", "text")))) {
				StepVerifier.create(call).expectError(ResponseTimeoutException.class).verify(WAIT);
			}
		}
	}

	private static IdentityProvider<AwsCredentialsIdentity> provider(
			CompletableFuture<AwsCredentialsIdentity> identity) {
		return new IdentityProvider<>() {

			@Override
			public Class<AwsCredentialsIdentity> identityType() {
				return AwsCredentialsIdentity.class;
			}

			@Override
			public CompletableFuture<? extends AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
				return identity;
			}

		};
	}

	// API keys

	@Test
	void whenThereIsAnApiKeyThenItIsSentAsItIs() {
		keyCall(" secretkey\n");
		assertThat(latest().headers("authorization")).containsExactly("Bearer secretkey");
		assertThat(latest().headers("x-amz-date")).isEmpty();
	}

	@Test
	void whenProvidersKeyHasWhiteSpaceAroundItThenThatIsDropped() {
		try (ReactiveBedrockRuntimeTemplate client = keyBuilder("secretkey\n").build()) {
			client.converse(REQUEST).block(WAIT);
		}
		assertThat(latest().headers("authorization")).containsExactly("Bearer secretkey");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "secret\nword", "secret\r\nx-injected: 1", "secret word", "secretw\u00f6rd" })
	void whenKeyIsInvalidThenItIsRefusedWithoutPrintingIt(String key) {
		try (ReactiveBedrockRuntimeTemplate client = keyBuilder(key).build()) {
			StepVerifier.create(client.converse(REQUEST)).expectErrorSatisfies((ex) -> {
				assertThat(ex).isInstanceOf(CredentialsException.class).hasMessageContaining("API key");
				for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
					assertThat(cause.toString()).doesNotContain("secret");
				}
			}).verify(WAIT);
		}
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenEndpointIsNeitherSecureNorLocalThenKeyIsNotSent() {
		for (String endpoint : List.of("http://192.0.2.1:8080", "http://bedrock.example.com", "http://127.0.0.1.nip.io",
				"http://localhost.example.com")) {
			try (ReactiveBedrockRuntimeTemplate client = keyBuilder("secretkey").endpoint(URI.create(endpoint))
				.build()) {
				StepVerifier.create(client.converse(REQUEST))
					.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SigningException.class)
						.hasMessageContaining("https")
						.hasMessageNotContaining("secretkey"))
					.verify(WAIT);
			}
		}
	}

	private void keyCall(String key) {
		try (ReactiveBedrockRuntimeTemplate client = builder().credentialsProvider(null).apiKey(key).build()) {
			client.converse(REQUEST).block(WAIT);
		}
	}

	private BedrockRuntimeBuilder keyBuilder(String key) {
		return builder().credentialsProvider(null).apiKeyProvider(new IdentityProvider<TokenIdentity>() {

			@Override
			public Class<TokenIdentity> identityType() {
				return TokenIdentity.class;
			}

			@Override
			public CompletableFuture<? extends TokenIdentity> resolveIdentity(ResolveIdentityRequest request) {
				return CompletableFuture.completedFuture(TokenIdentity.create(key));
			}

		});
	}

}
