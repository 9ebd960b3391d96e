package io.bedrockruntime.autoconfigure.client;

import java.time.Duration;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.metrics.BedrockRuntimeMetricsAutoConfiguration;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.model.ResponseMetadata.Target;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the failover and model timeouts properties, with an emulator for each region.
 */
class FailoverAutoConfigurationTests {

	private static final String MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final String OTHER_MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static BedrockRuntimeEmulator europe;

	private static BedrockRuntimeEmulator america;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(AutoConfigurations.of(BedrockRuntimeMetricsAutoConfiguration.class))
		.withPropertyValues("bedrock.runtime.region=" + europe.region(),
				"bedrock.runtime.endpoint=" + europe.endpoint(),
				"bedrock.runtime.credentials.access-key=" + europe.accessKeyId(),
				"bedrock.runtime.credentials.secret-key=" + europe.secretAccessKey(), "bedrock.runtime.retry.mode=none",
				"bedrock.runtime.default-model=" + MODEL);

	private final ApplicationContextRunner failoverRunner = this.contextRunner.withPropertyValues(
			"bedrock.runtime.failover.cool-down=1h", "bedrock.runtime.failover.targets[0].region=" + america.region(),
			"bedrock.runtime.failover.targets[0].endpoint=" + america.endpoint(),
			"bedrock.runtime.failover.targets[0].models=eu.anthropic.*",
			"bedrock.runtime.failover.targets[0].model-id=" + OTHER_MODEL);

	@BeforeAll
	static void start() {
		europe = BedrockRuntimeEmulator.builder().region("eu-central-1").tokensPerSecond(0).start();
		america = BedrockRuntimeEmulator.builder().region("us-east-1").tokensPerSecond(0).start();
	}

	@AfterAll
	static void stop() {
		europe.close();
		america.close();
	}

	@BeforeEach
	void reset() {
		europe.reset();
		america.reset();
	}

	private static void makeEuropeUnavailable() {
		europe.script().add(ScriptEntry.of(new Reply.Error(503, "ServiceUnavailableException", "try later")).always());
	}

	@Test
	void whenRegionIsUnavailableThenTheNextOneIsCalledWithItsModelAndCounted() {
		makeEuropeUnavailable();
		this.failoverRunner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			BedrockRuntimeOperations operations = context.getBean(BedrockRuntimeOperations.class);
			ConverseResponse response = operations.converse("Hello");
			assertThat(response.responseMetadata()).isNotNull();
			assertThat(response.responseMetadata().target()).isEqualTo(new Target("us-east-1", OTHER_MODEL, 1));
			// The target is skipped now, and so not counted again.
			operations.converse("Hello again");
			assertThat(europe.requests()).hasSize(1);
			Counter counter = context.getBean(MeterRegistry.class)
				.get("bedrock.client.failovers")
				.tag("gen_ai.provider.name", "aws.bedrock")
				.tag("gen_ai.request.model", MODEL)
				.tag("bedrock.operation", "Converse")
				.tag("error.type", "ServiceUnavailableException")
				.tag("bedrock.failover.region", "us-east-1")
				.tag("bedrock.failover.model", OTHER_MODEL)
				.counter();
			assertThat(counter.count()).isEqualTo(1);
		});
	}

	@Test
	void whenThereAreNoMetricsThenItFailsOverAllTheSame() {
		makeEuropeUnavailable();
		this.failoverRunner.withClassLoader(new FilteredClassLoader(MeterRegistry.class)).run((context) -> {
			assertThat(context).doesNotHaveBean(BedrockRuntimeMetricsAutoConfiguration.class);
			assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
		});
	}

	@Test
	void whenNothingIsConfiguredThenNothingFailsOver() {
		makeEuropeUnavailable();
		this.contextRunner.run((context) -> {
			assertThatExceptionOfType(ServiceUnavailableException.class)
				.isThrownBy(() -> context.getBean(BedrockRuntimeOperations.class).converse("Hello"));
			assertThat(america.requests()).isEmpty();
		});
	}

	@Test
	void whenModelHasItsOwnTimeoutsThenTheyApplyOnlyToIt() {
		europe.script().add(ScriptEntry.of(new Fault.SilenceBeforeHeaders(Duration.ofSeconds(2))).times(2));
		this.contextRunner
			.withPropertyValues("bedrock.runtime.timeouts.by-model[0].models=eu.*",
					"bedrock.runtime.timeouts.by-model[0].response=300ms")
			.run((context) -> {
				BedrockRuntimeOperations operations = context.getBean(BedrockRuntimeOperations.class);
				assertThatExceptionOfType(ResponseTimeoutException.class)
					.isThrownBy(() -> operations.converse("Hello"));
				assertThat(operations.converse((request) -> request.modelId(OTHER_MODEL).user("Hello")).text())
					.isNotEmpty();
			});
	}

}
