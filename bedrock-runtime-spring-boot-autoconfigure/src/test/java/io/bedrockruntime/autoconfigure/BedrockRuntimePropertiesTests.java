package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamProcessingMode;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BedrockRuntimeProperties}: their defaults and what each of them does.
 */
class BedrockRuntimePropertiesTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(BedrockRuntimeAutoConfigurationTests.AUTO_CONFIGURATIONS)
		.withBean(BuilderProbe.class)
		.withPropertyValues("bedrock.runtime.region=eu-central-1");

	@Test
	void shouldHaveDefaultsOfCore() {
		BedrockRuntimePropertiesMapper mapper = new BedrockRuntimePropertiesMapper(new BedrockRuntimeProperties());
		assertThat(mapper.timeouts()).isEqualTo(Timeouts.defaults());
		assertThat(mapper.requestDefaults()).isEqualTo(RequestDefaults.none());
		this.contextRunner.run((context) -> {
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			assertThat(probe.timeouts()).isEqualTo(Timeouts.defaults());
			assertThat(probe.retries()).isEqualTo(RetrySettings.standard());
			assertThat(probe.requestDefaults()).isEqualTo(RequestDefaults.none());
			assertThat(probe.eventStreamLimits()).isEqualTo(EventStreamLimits.defaults());
			assertThat(probe.maxResponseLength())
				.isEqualTo(ReflectionTestUtils.getField(BedrockRuntimeBuilder.class, "DEFAULT_MAX_RESPONSE_LENGTH"));
		});
	}

	@ParameterizedTest
	@CsvSource({ "connect, 1s", "acquire, 2s", "response, 3m", "idle, 4m", "call, 5m" })
	void shouldSetEachTimeout(String name, String value) {
		Duration duration = DurationStyle.detectAndParse(value);
		Timeouts defaults = Timeouts.defaults();
		Timeouts expected = switch (name) {
			case "connect" -> defaults.withConnect(duration);
			case "acquire" -> defaults.withAcquire(duration);
			case "response" -> defaults.withResponse(duration);
			case "idle" -> defaults.withIdle(duration);
			default -> defaults.withCall(duration);
		};
		this.contextRunner.withPropertyValues("bedrock.runtime.timeouts." + name + "=" + value)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).timeouts()).isEqualTo(expected)
				.isNotEqualTo(defaults));
	}

	@Test
	void shouldSetLimits() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.limits.max-response-size=1KB",
					"bedrock.runtime.limits.max-event-size=2KB")
			.run((context) -> {
				BuilderProbe probe = context.getBean(BuilderProbe.class);
				assertThat(probe.maxResponseLength()).isEqualTo(1024);
				assertThat(probe.eventStreamLimits())
					.isEqualTo(EventStreamLimits.defaults().withMaxPayloadLength(2048));
			});
	}

	@Test
	void shouldSetDefaultModel() {
		this.contextRunner.withPropertyValues("bedrock.runtime.default-model=amazon.nova-lite-v1:0")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).requestDefaults())
				.isEqualTo(RequestDefaults.none().withModelId("amazon.nova-lite-v1:0")));
	}

	@ParameterizedTest
	@CsvSource({ "max-tokens, 7", "temperature, 0.5", "top-p, 0.25", "stop-sequences, END" })
	void shouldSetEachInferenceParameter(String name, String value) {
		InferenceConfiguration defaults = InferenceConfiguration.defaults();
		InferenceConfiguration expected = switch (name) {
			case "max-tokens" -> defaults.withMaxTokens(7);
			case "temperature" -> defaults.withTemperature(0.5f);
			case "top-p" -> defaults.withTopP(0.25f);
			default -> defaults.withStopSequences(List.of("END"));
		};
		this.contextRunner.withPropertyValues("bedrock.runtime.inference." + name + "=" + value)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).requestDefaults())
				.isEqualTo(RequestDefaults.none().withInferenceConfig(expected)));
	}

	@ParameterizedTest
	@CsvSource({ "enabled_full, sync", "ENABLED-FULL, Sync" })
	void shouldSetGuardrail(String trace, String mode) {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.guardrail.identifier=gr12345",
					"bedrock.runtime.guardrail.version=DRAFT", "bedrock.runtime.guardrail.trace=" + trace,
					"bedrock.runtime.guardrail.stream-processing-mode=" + mode)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).requestDefaults())
				.isEqualTo(RequestDefaults.none()
					.withGuardrailConfig(GuardrailStreamConfiguration.of("gr12345", "DRAFT")
						.withTrace(GuardrailTrace.ENABLED_FULL)
						.withStreamProcessingMode(GuardrailStreamProcessingMode.SYNC))));
	}

	@Test
	void whenValueOfGuardrailIsUnknownThenItIsKept() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.guardrail.identifier=gr12345", "bedrock.runtime.guardrail.version=1",
					"bedrock.runtime.guardrail.trace=of_the_future")
			.run((context) -> assertThat(
					context.getBean(BuilderProbe.class).requestDefaults().guardrailConfig().trace())
				.isEqualTo(GuardrailTrace.of("of_the_future")));
	}

}
