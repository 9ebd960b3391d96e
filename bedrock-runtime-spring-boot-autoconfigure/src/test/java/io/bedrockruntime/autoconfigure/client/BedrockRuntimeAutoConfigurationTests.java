package io.bedrockruntime.autoconfigure.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.internal.credentials.BedrockRuntimeAuthentication;
import io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnector;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.settings.Timeouts;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.mock;

/**
 * Tests for {@link BedrockRuntimeAutoConfiguration}.
 */
class BedrockRuntimeAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withBean(BuilderProbe.class)
		.withPropertyValues("bedrock.runtime.region=eu-central-1");

	@Test
	void whenOnlyRegionIsSetThenBothClientsAreThere() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ReactiveBedrockRuntimeOperations.class)
				.getBean(ReactiveBedrockRuntimeOperations.class)
				.isInstanceOf(ReactiveBedrockRuntimeTemplate.class);
			assertThat(context).hasSingleBean(BedrockRuntimeOperations.class)
				.getBean(BedrockRuntimeOperations.class)
				.isInstanceOf(BedrockRuntimeTemplate.class);
			assertThat(context.getBean(BuilderProbe.class).endpoint()).isNull();
			assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("eu-central-1");
		});
	}

	@Test
	void whenApplicationIsServletWebThenClientsAreThere() {
		new WebApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withPropertyValues("bedrock.runtime.region=eu-central-1")
			.run((context) -> assertThat(context).hasSingleBean(BedrockRuntimeTemplate.class)
				.hasSingleBean(ReactiveBedrockRuntimeTemplate.class));
	}

	@Test
	void whenApplicationIsReactiveWebThenClientsAreThere() {
		new ReactiveWebApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withPropertyValues("bedrock.runtime.region=eu-central-1")
			.run((context) -> assertThat(context).hasSingleBean(BedrockRuntimeTemplate.class)
				.hasSingleBean(ReactiveBedrockRuntimeTemplate.class));
	}

	@Test
	void whenNothingOfSpringBootsClientsIsConfiguredThenClientsAreThere() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(BedrockRuntimeAutoConfiguration.class,
					BedrockRuntimeConnectorAutoConfiguration.class))
			.withPropertyValues("bedrock.runtime.region=eu-central-1")
			.run((context) -> assertThat(context).hasSingleBean(BedrockRuntimeTemplate.class)
				.hasSingleBean(ReactiveBedrockRuntimeTemplate.class));
	}

	@Test
	void whenReactiveOperationsAreDefinedThenBlockingOnesUseThemAndNothingElseIsCreated() {
		ReactiveBedrockRuntimeOperations operations = mock();
		new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withBean("mine", ReactiveBedrockRuntimeOperations.class, () -> operations)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ReactiveBedrockRuntimeOperations.class)
				.hasSingleBean(BedrockRuntimeTemplate.class)
				.doesNotHaveBean(BedrockRuntimeAuthentication.class));
	}

	@Test
	void whenTwoReactiveOperationsAreDefinedThenNoBlockingOnesAreGuessed() {
		new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withBean("one", ReactiveBedrockRuntimeOperations.class, () -> mock())
			.withBean("two", ReactiveBedrockRuntimeOperations.class, () -> mock())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(BedrockRuntimeOperations.class));
	}

	@Test
	void whenBlockingOperationsAreDefinedThenOnlyReactiveOnesAreCreated() {
		this.contextRunner.withBean("mine", BedrockRuntimeOperations.class, () -> mock())
			.run((context) -> assertThat(context).hasSingleBean(BedrockRuntimeOperations.class)
				.doesNotHaveBean(BedrockRuntimeTemplate.class)
				.hasSingleBean(ReactiveBedrockRuntimeTemplate.class));
	}

	@Test
	void whenConnectionDetailsAreDefinedThenTheyWinOverProperties() {
		this.contextRunner.withUserConfiguration(DetailsConfiguration.class)
			.withPropertyValues("bedrock.runtime.endpoint=http://property.example",
					"bedrock.runtime.credentials.api-key=of-properties")
			.run((context) -> {
				assertThat(context).hasSingleBean(BedrockRuntimeConnectionDetails.class)
					.doesNotHaveBean(PropertiesBedrockRuntimeConnectionDetails.class);
				BuilderProbe probe = context.getBean(BuilderProbe.class);
				assertThat(probe.region()).isEqualTo("ap-northeast-1");
				assertThat(probe.endpoint()).isEqualTo(URI.create("http://details.example:8080"));
				assertThat(probe.credentials().accessKeyId()).isEqualTo("details-access");
				assertThat(probe.apiKeyProvider()).isNull();
			});
	}

	@Test
	void whenConnectionDetailsLeaveAllOpenThenPropertiesAreUsed() {
		this.contextRunner.withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {
		})
			.withPropertyValues("bedrock.runtime.endpoint=http://property.example",
					"bedrock.runtime.credentials.api-key=of-properties")
			.run((context) -> {
				BuilderProbe probe = context.getBean(BuilderProbe.class);
				assertThat(probe.region()).isEqualTo("eu-central-1");
				assertThat(probe.endpoint()).isEqualTo(URI.create("http://property.example"));
				assertThat(probe.apiKey()).isEqualTo("of-properties");
			});
	}

	@Test
	void shouldApplyCustomizersInOrderAndLast() {
		this.contextRunner.withUserConfiguration(CustomizersConfiguration.class)
			.withPropertyValues("bedrock.runtime.timeouts.idle=1m")
			.run((context) -> {
				assertThat(context.getBean(CustomizersConfiguration.class).calls).containsExactly("first", "second");
				assertThat(context.getBean(BuilderProbe.class).timeouts())
					.isEqualTo(Timeouts.defaults().withIdle(null));
			});
	}

	@Test
	void whenWebClientIsAbsentThenNothingIsConfigured() {
		new ApplicationContextRunner().withClassLoader(new FilteredClassLoader(WebClient.class))
			.withConfiguration(AutoConfigurations.of(BedrockRuntimeAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ReactiveBedrockRuntimeOperations.class)
				.doesNotHaveBean(BedrockRuntimeOperations.class));
	}

	@Test
	void whenMicrometersRegistriesAndJacksonOfSpringBootAreAbsentThenClientsAreThere() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("io.micrometer.core", "org.springframework.boot.actuate",
					"org.springframework.boot.jackson"))
			.run((context) -> assertThat(context).hasSingleBean(BedrockRuntimeTemplate.class));
	}

	@Test
	void whenConnectorIsDefinedThenNoResourcesAreCreated() {
		this.contextRunner.withBean(ClientHttpConnector.class, () -> mock())
			.run((context) -> assertThat(context).doesNotHaveBean(HttpClientResources.class)
				.doesNotHaveBean(BedrockRuntimeConnector.class)
				.hasSingleBean(ReactiveBedrockRuntimeTemplate.class));
	}

	@Test
	void whenConnectionsAreDefinedThenTheyAreUsed() {
		HttpClientResources connections = HttpClientResources.create(Timeouts.defaults());
		this.contextRunner.withBean("mine", HttpClientResources.class, () -> connections)
			.run((context) -> assertThat(context).getBean(HttpClientResources.class).isSameAs(connections));
	}

	@Test
	void shouldNotTouchBuilderOfOthers() {
		WebClient.Builder shared = WebClient.builder();
		this.contextRunner.withBean(WebClient.Builder.class, () -> shared)
			.run((context) -> assertThat(shared).extracting("connector").isNull());
	}

	@Configuration(proxyBeanMethods = false)
	static class DetailsConfiguration {

		@Bean
		BedrockRuntimeConnectionDetails details() {
			return new BedrockRuntimeConnectionDetails() {

				@Override
				public String getRegion() {
					return "ap-northeast-1";
				}

				@Override
				public URI getEndpoint() {
					return URI.create("http://details.example:8080");
				}

				@Override
				public String getAccessKey() {
					return "details-access";
				}

				@Override
				public String getSecretKey() {
					return "details-secret";
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizersConfiguration {

		private final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		BedrockRuntimeBuilderCustomizer second() {
			return (builder) -> {
				this.calls.add("second");
				builder.timeouts(Timeouts.defaults().withIdle(null));
			};
		}

		@Bean
		@Order(1)
		BedrockRuntimeBuilderCustomizer first() {
			return (builder) -> {
				this.calls.add("first");
				builder.timeouts(Timeouts.defaults());
			};
		}

	}

}
