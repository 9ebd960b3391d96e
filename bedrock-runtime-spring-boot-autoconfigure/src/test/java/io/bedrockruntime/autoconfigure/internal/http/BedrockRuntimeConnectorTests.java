package io.bedrockruntime.autoconfigure.internal.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BedrockRuntimeConnector}: what of the application's HTTP settings the
 * client takes, and what it keeps to itself.
 */
class BedrockRuntimeConnectorTests {

	private static final String ANSWER = """
			{"output":{"message":{"role":"assistant","content":[{"text":"Hi"}]}},"stopReason":"end_turn",\
			"usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2},"metrics":{"latencyMs":1}}""";

	private final Queue<Map<String, String>> requests = new ConcurrentLinkedQueue<>();

	/** A separate one, as a closing context stops Reactor's shared threads. */
	private final LoopResources threads = LoopResources.create("connector-tests");

	private DisposableServer server;

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void start() {
		this.server = HttpServer.create().runOn(this.threads).host("127.0.0.1").port(0).route((routes) -> {
			routes.post("/model/moved/converse", (request, response) -> {
				record(request);
				return response.status(307).header("Location", "/model/here/converse").send();
			});
			routes.post("/model/slow/converse", (request, response) -> {
				record(request);
				return response.header("Content-Type", "application/json")
					.sendString(Mono.just(ANSWER).delayElement(Duration.ofMillis(300)));
			});
			routes.post("/model/here/converse", (request, response) -> {
				record(request);
				return response.header("Content-Type", "application/json").sendString(Mono.just(ANSWER));
			});
		}).bindNow();
		this.contextRunner = new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withPropertyValues("bedrock.runtime.region=eu-central-1",
					"bedrock.runtime.endpoint=http://127.0.0.1:" + this.server.port(),
					"bedrock.runtime.credentials.api-key=key", "bedrock.runtime.timeouts.connect=1234ms");
	}

	@AfterEach
	void stop() {
		this.server.disposeNow(Duration.ofSeconds(20));
		this.threads.dispose();
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void shouldNeitherFollowRedirectsNorAskForCompression(String connector) {
		this.contextRunner
			.withPropertyValues("spring.http.clients.reactive.connector=" + connector,
					"spring.http.clients.redirects=follow")
			.run((context) -> {
				assertThatExceptionOfType(BedrockRuntimeServiceException.class)
					.isThrownBy(() -> converse(context, "moved"));
				assertThat(this.requests).singleElement().satisfies((headers) -> {
					assertThat(headers).containsEntry("authorization", "Bearer key");
					assertThat(headers).doesNotContainKey("accept-encoding");
				});
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void whenApplicationHasAReadTimeoutThenItDoesNotEndAModelsThinking(String connector) {
		this.contextRunner
			.withPropertyValues("spring.http.clients.reactive.connector=" + connector,
					"spring.http.clients.read-timeout=20ms")
			.run((context) -> assertThat(converse(context, "slow")).isEqualTo("Hi"));
	}

	@Test
	void whenConnectorIsOfJdkThenItIsUsedAndNoPoolIsCreated() {
		this.contextRunner.withPropertyValues("spring.http.clients.reactive.connector=jdk").run((context) -> {
			assertThat(converse(context, "here")).isEqualTo("Hi");
			assertThat(connector(context)).isInstanceOf(JdkClientHttpConnector.class);
			java.net.http.HttpClient httpClient = (java.net.http.HttpClient) ReflectionTestUtils
				.getField(connector(context), "httpClient");
			assertThat(httpClient.connectTimeout()).contains(Duration.ofMillis(1234));
			assertThat(context.getBeanFactory().containsSingleton("bedrockRuntimeConnections")).isFalse();
		});
	}

	@Test
	void whenConnectorIsOfReactorThenItHasPoolOfItsOwnOnSharedThreads() {
		this.contextRunner.withPropertyValues("spring.http.clients.connect-timeout=9s").run((context) -> {
			HttpClientConfig configuration = httpClient(context).configuration();
			assertThat(configuration.connectionProvider())
				.isSameAs(ReflectionTestUtils.getField(context.getBean(HttpClientResources.class), "provider"));
			assertThat(configuration.loopResources())
				.isSameAs(context.getBean(ReactorResourceFactory.class).getLoopResources());
			assertThat(configuration.options().get(ChannelOption.CONNECT_TIMEOUT_MILLIS)).isEqualTo(1234);
		});
	}

	@Test
	void whenContextClosesThenConnectionsDo() {
		this.contextRunner.run((context) -> {
			converse(context, "here");
			ConnectionProvider provider = httpClient(context).configuration().connectionProvider();
			assertThat(provider.isDisposed()).isFalse();
			context.close();
			assertThat(provider.isDisposed()).isTrue();
		});
	}

	@Test
	void whenReactorsConnectorIsCustomizedThenCustomizationIsKept() {
		this.contextRunner.withUserConfiguration(CustomizedConfiguration.class).run((context) -> {
			assertThat(converse(context, "here")).isEqualTo("Hi");
			assertThat(context.getBean(CustomizedConfiguration.class).requests).hasValue(1);
			assertThat(this.requests).singleElement()
				.satisfies((headers) -> assertThat(headers).doesNotContainKey("accept-encoding"));
		});
	}

	@Test
	void whenConnectorIsDefinedThenItIsUsedAsItIs() {
		AtomicInteger calls = new AtomicInteger();
		ReactorClientHttpConnector delegate = new ReactorClientHttpConnector();
		this.contextRunner.withBean(ClientHttpConnector.class, () -> (method, uri, callback) -> {
			calls.incrementAndGet();
			return delegate.connect(method, uri, callback);
		}).run((context) -> {
			assertThat(converse(context, "here")).isEqualTo("Hi");
			assertThat(calls).hasValue(1);
		});
	}

	private static String converse(AssertableApplicationContext context, String model) {
		return context.getBean(BedrockRuntimeOperations.class).converse(ConverseRequest.of(model, "Hello")).text();
	}

	private static Object connector(AssertableApplicationContext context) {
		WebClient.Builder builder = WebClient.builder();
		context.getBean(BedrockRuntimeConnector.class).applyTo(builder);
		return ReflectionTestUtils.getField(builder, "connector");
	}

	private static HttpClient httpClient(AssertableApplicationContext context) {
		return (HttpClient) ReflectionTestUtils.getField(connector(context), "httpClient");
	}

	private void record(HttpServerRequest request) {
		this.requests.add(request.requestHeaders()
			.entries()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue,
					(one, other) -> one)));
	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizedConfiguration {

		private final AtomicInteger requests = new AtomicInteger();

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> customizer() {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> httpClient.compress(true)
				.followRedirect(true)
				.doOnRequest((request, connection) -> this.requests.incrementAndGet()));
		}

	}

}
