package io.bedrockruntime.autoconfigure.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.FaultyEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributors;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link BedrockRuntimeHealthContributorAutoConfiguration}.
 */
class BedrockRuntimeHealthContributorAutoConfigurationTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(AutoConfigurations.of(BedrockRuntimeHealthContributorAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class))
		.withPropertyValues("bedrock.runtime.region=eu-central-1", "bedrock.runtime.credentials.api-key=s3cret",
				"bedrock.runtime.health.timeout=20s");

	@Test
	void whenThereIsOneClientThenItsHealthIsReportedToBlockingAndReactiveCallers() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasBean("bedrockRuntimeHealthContributor");
			ReactiveHealthIndicator indicator = context.getBean(BedrockRuntimeHealthIndicator.class);
			Health health = indicator.health().block(WAIT);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("region", "eu-central-1");
			assertThat(health.toString()).contains("StaticApiKeyProvider").doesNotContain("s3cret");
			assertThat(indicator.asHealthContributor().health().getStatus()).isEqualTo(Status.UP);
			assertThat(context.getBean(HealthContributorRegistry.class).stream()).extracting((entry) -> entry.name())
				.doesNotContain("bedrockRuntimeHealthContributor");
		});
	}

	@Test
	void whenThereAreMoreClientsThenEachHasItsOwnHealth() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.clients.archive.region=eu-west-1",
					"bedrock.runtime.clients[a/b].region=us-west-2", "bedrock.runtime.clients.broken.timeouts.idle=-1s")
			.run((context) -> {
				CompositeReactiveHealthContributor composite = context
					.getBean(CompositeReactiveHealthContributor.class);
				assertThat(names(composite)).containsExactlyInAnyOrder("default", "archive", "a.b", "broken");
				assertThat(health(composite, "default").getDetails()).containsEntry("region", "eu-central-1");
				assertThat(health(composite, "archive").getDetails()).containsEntry("region", "eu-west-1")
					.containsEntry("endpoint", "bedrock-runtime.eu-west-1.amazonaws.com");
				assertThat(health(composite, "broken"))
					.isEqualTo(Health.down().withDetail("reason", "not configured correctly").build());
			});
	}

	@Test
	void whenApplicationMakesClientsItselfThenTheyHaveTheirBeansNames() {
		this.contextRunner.withBean("mine", ReactiveBedrockRuntimeTemplate.class, () -> client("us-east-1"))
			.run((context) -> assertThat(
					context.getBean(BedrockRuntimeHealthIndicator.class).health().block(WAIT).getDetails())
				.containsEntry("region", "us-east-1"));
		this.contextRunner.withBean("mine", ReactiveBedrockRuntimeTemplate.class, () -> client("us-east-1"))
			.withBean("yours", ReactiveBedrockRuntimeTemplate.class, () -> client("us-west-2"))
			.run((context) -> assertThat(names(context.getBean(CompositeReactiveHealthContributor.class)))
				.containsExactlyInAnyOrder("mine", "yours"));
	}

	private static ReactiveBedrockRuntimeTemplate client(String region) {
		return ReactiveBedrockRuntimeTemplate.builder().region(region).apiKey("s3cret").build();
	}

	private static List<String> names(ReactiveHealthContributors composite) {
		return StreamSupport.stream(composite.spliterator(), false).map((entry) -> entry.name()).toList();
	}

	private static Health health(CompositeReactiveHealthContributor composite, String name) {
		return ((ReactiveHealthIndicator) composite.getContributor(name)).health().block(WAIT);
	}

	// When there is none

	@ParameterizedTest
	@ValueSource(strings = { "management.health.bedrockRuntime.enabled=false",
			"management.health.bedrock-runtime.enabled=false", "management.health.bedrockruntime.enabled=false",
			"management.health.defaults.enabled=false" })
	void whenItIsDisabledThenItIsNotCreated(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ReactiveBedrockRuntimeTemplate.class)
				.doesNotHaveBean(ReactiveHealthContributor.class));
	}

	@Test
	void whenThereIsNoClientThenThereIsNone() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(BedrockRuntimeHealthContributorAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveHealthContributor.class));
	}

	@Test
	void whenClassesOfHealthAreMissingThenClientIsThereWithoutIt() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.health.contributor"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ReactiveBedrockRuntimeTemplate.class)
				.doesNotHaveBean(BedrockRuntimeHealthProperties.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bedrockRuntimeHealthIndicator", "bedrockRuntimeHealthContributor" })
	void whenApplicationHasItsOwnThenThatCounts(String name) {
		ReactiveHealthIndicator own = mock(ReactiveHealthIndicator.class);
		this.contextRunner.withBean(name, ReactiveHealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).getBean(ReactiveHealthContributor.class).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ "timeout,0s", "timeout,-1s", "time-to-live,-1s", "failure-time-to-live,-1s" })
	void whenDurationIsInvalidThenApplicationDoesNotStart(String name, String value) {
		this.contextRunner.withPropertyValues("bedrock.runtime.health." + name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
				.hasMessageContaining("'bedrock.runtime.health." + name + "' is "));
	}

	@Test
	void whenProbeConnectsThenItDoesSoWithTheSettingsOfTheClient() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start();
				FaultyEndpoint unreachable = FaultyEndpoint.refusing()) {
			this.contextRunner
				.withPropertyValues("bedrock.runtime.health.probe=connect",
						"bedrock.runtime.endpoint=" + emulator.endpoint())
				.run((context) -> assertThat(
						context.getBean(BedrockRuntimeHealthIndicator.class).health().block(WAIT).getStatus())
					.isEqualTo(Status.UP));
			this.contextRunner
				.withPropertyValues("bedrock.runtime.health.probe=connect",
						"bedrock.runtime.endpoint=" + emulator.endpoint(), "bedrock.runtime.http.proxy.host=127.0.0.1",
						"bedrock.runtime.http.proxy.port=" + unreachable.endpoint().getPort())
				.run((context) -> assertThat(
						context.getBean(BedrockRuntimeHealthIndicator.class).health().block(WAIT).getDetails())
					.containsEntry("reason", "connection refused"));
			assertThat(emulator.requests()).isEmpty();
		}
	}

	// Over HTTP

	/** Otherwise the application would configure logging for all following tests. */
	@BeforeAll
	static void leaveLog() {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
	}

	@AfterAll
	static void leaveLogNoLonger() {
		System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
	}

	@Test
	void whenActuatorIsCalledThenHealthAndReadinessAreReported() throws Exception {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
					.web(WebApplicationType.REACTIVE)
					.bannerMode(Banner.Mode.OFF)
					.run("--server.port=0", "--bedrock.runtime.region=" + emulator.region(),
							"--bedrock.runtime.endpoint=" + emulator.endpoint(),
							"--bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
							"--bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
							"--bedrock.runtime.health.probe=list-async-invokes", "--bedrock.runtime.health.timeout=20s",
							"--bedrock.runtime.health.time-to-live=0s",
							"--bedrock.runtime.health.failure-time-to-live=0s",
							"--management.endpoint.health.show-details=always",
							"--management.endpoint.health.probes.enabled=true",
							"--management.endpoint.health.group.readiness.include=readinessState,bedrockRuntime")) {
			emulator.script().error(503, "ServiceUnavailableException", "canary");
			HttpResponse<String> readiness = get(context, "/actuator/health/readiness");
			assertThat(readiness.statusCode()).isEqualTo(503);
			JsonNode client = JsonMapper.shared().readTree(readiness.body()).at("/components/bedrockRuntime");
			assertThat(client.at("/status").asString()).as(readiness.body()).isEqualTo("DOWN");
			assertThat(client.at("/details/reason").asString()).isEqualTo("ServiceUnavailableException");
			assertThat(client.at("/details/requestId").asString()).isNotEmpty();
			assertThat(readiness.body()).doesNotContain("canary", emulator.accessKeyId(), emulator.secretAccessKey());
			HttpResponse<String> health = get(context, "/actuator/health");
			assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
			JsonNode details = JsonMapper.shared().readTree(health.body()).at("/components/bedrockRuntime/details");
			assertThat(details.propertyNames()).containsExactly("probe", "region", "endpoint", "checkedAt", "latencyMs",
					"credentials", "consecutiveFailures");
			assertThat(details.at("/credentials/provider").asString()).isEqualTo("StaticCredentialsProvider");
			assertThat(get(context, "/actuator/health/liveness").body()).doesNotContain("bedrockRuntime");
		}
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
			throws IOException, InterruptedException {
		String port = context.getEnvironment().getProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	/** As in an application, without the class path of other tests. */
	@SpringBootConfiguration
	@EnableAutoConfiguration(excludeName = { "io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration",
			"io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration",
			"io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration" })
	static class Application {

	}

}
