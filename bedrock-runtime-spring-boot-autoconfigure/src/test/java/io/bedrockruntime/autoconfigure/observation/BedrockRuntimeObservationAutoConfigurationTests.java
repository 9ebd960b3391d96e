package io.bedrockruntime.autoconfigure.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.ModelNames;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BedrockRuntimeObservationAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class BedrockRuntimeObservationAutoConfigurationTests {

	private static BedrockRuntimeEmulator emulator;

	private final Names names = new Names();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(AutoConfigurations.of(BedrockRuntimeObservationAutoConfiguration.class,
				ObservationAutoConfiguration.class))
		.withBean(Names.class, () -> this.names)
		.withPropertyValues("bedrock.runtime.region=" + emulator.region(),
				"bedrock.runtime.endpoint=" + emulator.endpoint(),
				"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
				"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
				"bedrock.runtime.default-model=amazon.nova-lite-v1:0");

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().region("eu-central-1").tokensPerSecond(0).start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@Test
	void whenThereIsARegistryThenCallsAreObserved() {
		this.contextRunner.run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).converse("Hello");
			assertThat(this.names.stopped).containsExactly("gen_ai.client.operation.duration");
		});
	}

	@Test
	void whenApplicationHasAConventionThenItWins() {
		this.contextRunner.withBean(BedrockRuntimeObservationConvention.class, NamedConvention::new).run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).converse("Hello");
			assertThat(this.names.stopped).containsExactly("mine");
		});
	}

	@Test
	void whenApplicationCustomizesTheBuilderThenThatWins() {
		this.contextRunner
			.withBean(BedrockRuntimeBuilderCustomizer.class,
					() -> (builder) -> builder.observationConvention(new NamedConvention()))
			.run((context) -> {
				context.getBean(BedrockRuntimeOperations.class).converse("Hello");
				assertThat(this.names.stopped).containsExactly("mine");
			});
	}

	@Test
	void whenObservationIsDisabledByPropertyThenCallsGoOnUnobserved() {
		this.contextRunner.withPropertyValues("management.observations.enable.gen_ai=false").run((context) -> {
			assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
			assertThat(this.names.stopped).isEmpty();
		});
	}

	@Test
	void whenThereIsNeitherRegistryNorTracingThenCallsGoOn() {
		new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withConfiguration(AutoConfigurations.of(BedrockRuntimeObservationAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(Tracer.class.getPackageName(), "io.micrometer.context"))
			.withPropertyValues("bedrock.runtime.region=" + emulator.region(),
					"bedrock.runtime.endpoint=" + emulator.endpoint(),
					"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
					"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
					"bedrock.runtime.observations.propagate-trace-headers=false",
					"bedrock.runtime.default-model=amazon.nova-lite-v1:0")
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.doesNotHaveBean(ObservationRegistry.class)
					.doesNotHaveBean("bedrockRuntimeSpanAttributesHandler");
				assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
			});
	}

	@Test
	void whenModelsHaveAliasesThenNamesHaveThem() {
		this.contextRunner.withPropertyValues("bedrock.runtime.observations.model-aliases.[m.1]=mine")
			.run((context) -> assertThat(context.getBean(ModelNames.class)
				.of("arn:aws:bedrock:eu-central-1:123456789012:inference-profile/m.1")).isEqualTo("mine"));
	}

	@Test
	void whenNothingIsConfiguredThenNoContentIsHandled(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(ContentHandler.class);
			assertThat(output.getAll()).doesNotContain("Content of requests");
		});
	}

	@ParameterizedTest
	@CsvSource({ "-1", "1000001" })
	void whenLengthOfContentIsInvalidThenStartFails(String length) {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.observations.content=logs",
					"bedrock.runtime.observations.max-content-length=" + length)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
				.hasMessageContaining("max-content-length"));
	}

	@ParameterizedTest
	@CsvSource({ "values.[k\u00e9y]=v,values", "values.key=secret\u00e9,values.key",
			"'from-context=a,b;c',from-context" })
	void whenMetadataIsInvalidThenStartFailsWithoutItsValue(String property, String named) {
		this.contextRunner.withPropertyValues("bedrock.runtime.request-metadata." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
				.hasMessageContaining("bedrock.runtime.request-metadata." + named)
				.hasMessageNotContaining("secret"));
	}

	private static final class NamedConvention extends DefaultBedrockRuntimeObservationConvention {

		@Override
		public String getName() {
			return "mine";
		}

	}

	private static final class Names implements ObservationHandler<BedrockRuntimeObservationContext> {

		private final List<String> stopped = new CopyOnWriteArrayList<>();

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof BedrockRuntimeObservationContext;
		}

		@Override
		public void onStop(BedrockRuntimeObservationContext context) {
			this.stopped.add(context.getName());
		}

	}

}
