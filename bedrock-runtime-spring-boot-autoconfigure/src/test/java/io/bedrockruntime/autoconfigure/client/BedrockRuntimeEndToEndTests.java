package io.bedrockruntime.autoconfigure.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ClientRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of auto-configured clients against an emulator that checks each signature.
 */
@ExtendWith(OutputCaptureExtension.class)
class BedrockRuntimeEndToEndTests {

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static BedrockRuntimeEmulator emulator;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
		.withPropertyValues("bedrock.runtime.region=eu-central-1", "bedrock.runtime.endpoint=" + emulator.endpoint(),
				"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
				"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
				"bedrock.runtime.credentials.session-token=" + emulator.sessionToken(),
				"bedrock.runtime.default-model=eu.anthropic.claude-sonnet-4-5-20250929-v1:0");

	private final ApplicationContextRunner defaultsRunner = this.contextRunner.withPropertyValues(
			"bedrock.runtime.guardrail.identifier=gr12345", "bedrock.runtime.guardrail.version=7",
			"bedrock.runtime.guardrail.trace=ENABLED_FULL", "bedrock.runtime.guardrail.stream-processing-mode=async",
			"bedrock.runtime.inference.max-tokens=321", "bedrock.runtime.inference.temperature=0.25",
			"bedrock.runtime.inference.top-p=0.75", "bedrock.runtime.inference.stop-sequences=END,STOP");

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder()
			.region("eu-central-1")
			.credentials("AKIAOFTHETESTS000000", "secret/of+the/tests", "token/of+the/tests==")
			.apiKey("key-of-the-tests")
			.tokensPerSecond(0)
			.guardrail(EmulatedGuardrail.builder("gr12345").version("7").build())
			.guardrail(EmulatedGuardrail.builder("mine").build())
			.start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	@Test
	void whenNoModelIsNamedThenDefaultModelIsCalledWithAValidSignature() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
			RecordedRequest request = onlyRequest();
			assertThat(request.rawPath()).isEqualTo("/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse");
			assertThat(request.header("authorization")).startsWith("AWS4-HMAC-SHA256 Credential=AKIAOFTHETESTS000000/")
				.contains("/eu-central-1/bedrock/aws4_request");
			assertThat(body(request).propertyNames()).containsExactly("messages");
		});
	}

	@Test
	void whenApiKeyIsSetThenItIsSentAndNothingIsSigned() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.credentials.access-key=", "bedrock.runtime.credentials.secret-key=",
					"bedrock.runtime.credentials.session-token=",
					"bedrock.runtime.credentials.api-key=key-of-the-tests")
			.run((context) -> {
				assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
				assertThat(onlyRequest().header("authorization")).isEqualTo("Bearer key-of-the-tests");
				assertThat(onlyRequest().header("x-amz-date")).isNull();
			});
	}

	@Test
	void whenApplicationLogsHeadersThenCredentialsAreNotAmongThem(CapturedOutput output) {
		Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.web.reactive.function.client");
		logger.setLevel(Level.TRACE);
		try {
			this.contextRunner
				.withPropertyValues("spring.http.codecs.log-request-details=true",
						"bedrock.runtime.credentials.access-key=", "bedrock.runtime.credentials.secret-key=",
						"bedrock.runtime.credentials.session-token=",
						"bedrock.runtime.credentials.api-key=key-of-the-tests")
				.run((context) -> context.getBean(BedrockRuntimeOperations.class).converse("Hello"));
		}
		finally {
			logger.setLevel(null);
		}
		assertThat(output).contains("HTTP POST", "headers={masked}").doesNotContain("key-of-the-tests");
	}

	@Test
	void whenRequestLeavesGapsThenDefaultsFillThem() {
		this.defaultsRunner.run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).converse("Hello");
			JsonNode body = body(onlyRequest());
			assertThat(body.get("inferenceConfig")).isEqualTo(MAPPER.readTree("""
					{"maxTokens":321,"temperature":0.25,"topP":0.75,"stopSequences":["END","STOP"]}"""));
			assertThat(body.get("guardrailConfig")).isEqualTo(MAPPER.readTree("""
					{"guardrailIdentifier":"gr12345","guardrailVersion":"7","trace":"enabled_full"}"""));
		});
	}

	@Test
	void whenRequestSetsValuesThenDefaultsApplyOnlyToTheOthers() {
		this.defaultsRunner.run((context) -> {
			context.getBean(BedrockRuntimeOperations.class)
				.converse((request) -> request.modelId("amazon.nova-lite-v1:0")
					.user("Hello")
					.temperature(1f)
					.guardrailConfig(GuardrailConfiguration.of("mine", "DRAFT")));
			RecordedRequest request = onlyRequest();
			assertThat(request.rawPath()).isEqualTo("/model/amazon.nova-lite-v1%3A0/converse");
			assertThat(body(request).get("inferenceConfig")).isEqualTo(MAPPER.readTree("""
					{"maxTokens":321,"temperature":1.0,"topP":0.75,"stopSequences":["END","STOP"]}"""));
			assertThat(body(request).get("guardrailConfig")).isEqualTo(MAPPER.readTree("""
					{"guardrailIdentifier":"mine","guardrailVersion":"DRAFT"}"""));
		});
	}

	@Test
	void whenResponseIsStreamedThenGuardrailModeIsSent() {
		this.defaultsRunner.run((context) -> {
			List<ConverseStreamOutput> events = context.getBean(ReactiveBedrockRuntimeOperations.class)
				.converseStream("Hello")
				.collectList()
				.block(WAIT);
			assertThat(events).last().isInstanceOf(ConverseStreamOutput.Metadata.class);
			assertThat(body(onlyRequest()).at("/guardrailConfig/streamProcessingMode").asString()).isEqualTo("async");
		});
	}

	@Test
	void whenModelIsInvokedThenGuardrailGoesIntoHeaders() {
		this.defaultsRunner.run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).invokeModel((request) -> request.body("""
					{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,\
					"messages":[{"role":"user","content":"Hello"}]}"""));
			RecordedRequest request = onlyRequest();
			assertThat(request.header("X-Amzn-Bedrock-GuardrailIdentifier")).isEqualTo("gr12345");
			assertThat(request.header("X-Amzn-Bedrock-GuardrailVersion")).isEqualTo("7");
			assertThat(request.header("X-Amzn-Bedrock-Trace")).isEqualTo("ENABLED_FULL");
		});
	}

	@Test
	void whenJacksonOfApplicationIsHostileThenWireStaysTheSame() {
		this.defaultsRunner.withUserConfiguration(HostileJacksonConfiguration.class).run((context) -> {
			assertThat(context.getBean(JsonMapper.class).writeValueAsString(new Sample("x"))).contains("\"SOME_NAME\"");
			assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
			assertThat(new String(onlyRequest().body())).isEqualTo("""
					{"messages":[{"role":"user","content":[{"text":"Hello"}]}],\
					"inferenceConfig":{"maxTokens":321,"temperature":0.25,"topP":0.75,\
					"stopSequences":["END","STOP"]},\
					"guardrailConfig":{"guardrailIdentifier":"gr12345","guardrailVersion":"7",\
					"trace":"enabled_full"}}""");
		});
	}

	@Test
	void whenApplicationFiltersRequestsThenFilterIsAppliedAndSignatureHolds() {
		this.contextRunner.withUserConfiguration(FilterConfiguration.class).run((context) -> {
			assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
			assertThat(onlyRequest().header("x-of-the-filter")).isEqualTo("seen");
			assertThat(onlyRequest().header("x-of-the-customizer")).isEqualTo("default");
		});
	}

	@Test
	void whenFilterChangesTargetOfRequestThenSignatureIsForThatTarget() {
		this.contextRunner.withPropertyValues("bedrock.runtime.endpoint=http://nowhere.invalid")
			.withUserConfiguration(RedirectingConfiguration.class)
			.run((context) -> assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text())
				.isNotEmpty());
	}

	private static RecordedRequest onlyRequest() {
		assertThat(emulator.requests()).hasSize(1);
		return emulator.requests().get(0);
	}

	private static JsonNode body(RecordedRequest request) {
		return MAPPER.readTree(request.body());
	}

	record Sample(String someName) {
	}

	@Configuration(proxyBeanMethods = false)
	static class HostileJacksonConfiguration {

		@Bean
		JsonMapperBuilderCustomizer hostile() {
			return (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.UPPER_SNAKE_CASE)
				.enable(SerializationFeature.WRAP_ROOT_VALUE, SerializationFeature.INDENT_OUTPUT)
				.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.ALWAYS));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterConfiguration {

		@Bean
		WebClientCustomizer filter() {
			return (builder) -> builder.defaultHeader("x-of-the-customizer", "default")
				.filter((request, next) -> next
					.exchange(ClientRequest.from(request).header("x-of-the-filter", "seen").build()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RedirectingConfiguration {

		@Bean
		WebClientCustomizer filter() {
			return (builder) -> builder.filter((request,
					next) -> next.exchange(ClientRequest.from(request)
						.url(URI.create(emulator.endpoint() + request.url().getRawPath()))
						.build()));
		}

	}

}
