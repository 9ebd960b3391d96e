package io.bedrockruntime.autoconfigure.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.http.ConnectionPool;
import io.bedrockruntime.model.converse.ConverseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests of named clients.
 */
@ExtendWith(OutputCaptureExtension.class)
class NamedClientsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withPropertyValues("bedrock.runtime.region=eu-central-1", "bedrock.runtime.clients.archive.region=eu-west-1");

	@Test
	void whenClientHasANameThenItIsInjectedByThatAndTheUnnamedOneWithout() {
		this.contextRunner.withBean(Injected.class).run((context) -> {
			Injected injected = context.getBean(Injected.class);
			BedrockRuntimeClients clients = context.getBean(BedrockRuntimeClients.class);
			assertThat(injected.unnamed).isSameAs(context.getBean(BedrockRuntimeTemplate.class));
			assertThat(injected.reactiveUnnamed).isSameAs(context.getBean(ReactiveBedrockRuntimeTemplate.class));
			assertThat(injected.archive).isInstanceOf(BedrockRuntimeTemplate.class)
				.isNotSameAs(injected.unnamed)
				.isSameAs(clients.get("archive"));
			assertThat(injected.reactiveArchive).isInstanceOf(ReactiveBedrockRuntimeTemplate.class)
				.isNotSameAs(injected.reactiveUnnamed)
				.isSameAs(clients.getReactive("archive"));
			assertThat(clients.names()).containsExactly("default", "archive");
			assertThat(clients.get("default")).isSameAs(injected.unnamed);
			assertThat(clients.getReactive("default")).isSameAs(injected.reactiveUnnamed);
			assertThat(regions(context.getBean(ConfiguredClients.class)))
				.isEqualTo(Map.of("default", "eu-central-1 'bedrock.runtime.region'", "archive",
						"eu-west-1 'bedrock.runtime.clients.archive.region'"));
		});
	}

	private static Map<String, String> regions(ConfiguredClients clients) {
		Map<String, String> regions = new HashMap<>();
		clients.usable()
			.forEach((client) -> regions.put(client.name(), client.region().value() + " " + client.region().source()));
		return regions;
	}

	@Test
	void whenNameIsUnknownThenKnownNamesAreReported() {
		this.contextRunner.run((context) -> {
			BedrockRuntimeClients clients = context.getBean(BedrockRuntimeClients.class);
			assertThatExceptionOfType(InvalidBedrockRuntimeConfigurationException.class)
				.isThrownBy(() -> clients.get("archiv"))
				.withMessage("there is no client named 'archiv'; the names are: 'default', 'archive'")
				.extracting(InvalidBedrockRuntimeConfigurationException::getAction)
				.asString()
				.contains("'bedrock.runtime.clients.archiv.region'");
		});
	}

	@Test
	void whenNameIsWrittenOtherwiseThenItIsTheSameClient() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.clients.US-East.region=us-east-1",
					"bedrock.runtime.clients.usEast.default-model=amazon.nova-lite-v1:0",
					"bedrock.runtime.clients[a/b.c].region=us-west-2")
			.run((context) -> {
				BedrockRuntimeClients clients = context.getBean(BedrockRuntimeClients.class);
				assertThat(clients.names()).hasSize(4).contains("a/b.c");
				assertThat(clients.getReactive("us-east")).isSameAs(clients.getReactive("usEast"))
					.isSameAs(clients.getReactive("us_east"));
				assertThat(regions(context.getBean(ConfiguredClients.class)).values()).contains(
						"us-west-2 'bedrock.runtime.clients[a/b.c].region'",
						"us-east-1 'bedrock.runtime.clients.us-east.region'");
			});
	}

	@Test
	void whenItsPropertiesAreOverriddenOtherwiseThenClientKeepsItsName() {
		this.contextRunner.withPropertyValues("bedrock.runtime.clients.us-east.region=us-east-1")
			.withInitializer((context) -> {
				TestPropertyValues.of("bedrock.runtime.clients.usEast.region=us-east-2")
					.applyTo(context.getEnvironment(), TestPropertyValues.Type.MAP, "arguments");
				TestPropertyValues
					.of("BEDROCK_RUNTIME_CLIENTS_USEAST_DEFAULTMODEL=m",
							"BEDROCK_RUNTIME_CLIENTS_VARIABLE_REGION=us-west-2")
					.applyTo(context.getEnvironment(), TestPropertyValues.Type.SYSTEM_ENVIRONMENT,
							"variables-systemEnvironment");
			})
			.withBean(UsEast.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(BedrockRuntimeClients.class).names()).containsExactlyInAnyOrder("default",
						"archive", "us-east", "variable");
				assertThat(context.getBean(ConfiguredClients.class).usable())
					.filteredOn((client) -> client.name().equals("us-east"))
					.singleElement()
					.satisfies((client) -> {
						assertThat(client.region().value()).isEqualTo("us-east-2");
						assertThat(client.settings().defaults().modelId()).isEqualTo("m");
					});
			});
	}

	@Test
	void whenNamesEndAlikeThenEachClientIsThere() {
		ReactiveBedrockRuntimeOperations own = mock();
		this.contextRunner
			.withBean("reactiveBedrockRuntimeOperations", ReactiveBedrockRuntimeOperations.class, () -> own)
			.withPropertyValues("bedrock.runtime.clients.chat.region=us-east-1",
					"bedrock.runtime.clients.chatReactive.region=us-east-2",
					"bedrock.runtime.clients.reactive.region=us-west-2")
			.run((context) -> {
				BedrockRuntimeClients clients = context.getBean(BedrockRuntimeClients.class);
				for (String name : List.of("chat", "chatReactive", "reactive")) {
					assertThat(qualified(context, BedrockRuntimeOperations.class, name)).isSameAs(clients.get(name));
					assertThat(qualified(context, ReactiveBedrockRuntimeOperations.class, name))
						.isSameAs(clients.getReactive(name));
				}
				assertThat(clients.getReactive("default")).isSameAs(own);
			});
	}

	private static <T> T qualified(AssertableApplicationContext context, Class<T> type, String name) {
		return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), type, name);
	}

	@Test
	void whenAnotherBeanHasTheBeanNameOfAClientThenApplicationDoesNotStart() {
		this.contextRunner.withBean("bedrockRuntimeOperations.archive", String.class, () -> "another")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
				.hasMessage("'bedrock.runtime.clients.archive' is set, but another bean already has the name "
						+ "'bedrockRuntimeOperations.archive' of its client"));
	}

	@Test
	void whenOneClientCannotBeCreatedThenTheOthersAreAndItFailsWhenUsed(CapturedOutput output) {
		this.contextRunner.withBean(Injected.class)
			.withPropertyValues("bedrock.runtime.clients.archive.credentials.access-key=s3cret",
					"bedrock.runtime.clients.other.region=us-east-1",
					"bedrock.runtime.clients.typo.timeouts.idle=s3cret")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				BedrockRuntimeClients clients = context.getBean(BedrockRuntimeClients.class);
				assertThat(clients.getReactive("other")).isNotNull();
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.reactiveArchive).hasToString("unusable client 'archive'")
					.isEqualTo(injected.reactiveArchive);
				ConverseRequest request = ConverseRequest.of("model", "text");
				assertThatExceptionOfType(InvalidBedrockRuntimeConfigurationException.class)
					.isThrownBy(() -> injected.archive.converse(request))
					.satisfies(NamedClientsTests::namesAccessKey);
				assertThat(injected.reactiveArchive.withTimeouts((timeouts) -> timeouts))
					.isSameAs(injected.reactiveArchive);
				BedrockRuntimeOperations patient = injected.archive
					.withTimeouts((timeouts) -> timeouts.withCall(Duration.ofMinutes(1)));
				assertThatExceptionOfType(InvalidBedrockRuntimeConfigurationException.class)
					.isThrownBy(() -> patient.converse(request))
					.satisfies(NamedClientsTests::namesAccessKey);
				assertThatExceptionOfType(InvalidBedrockRuntimeConfigurationException.class)
					.isThrownBy(() -> injected.reactiveArchive.converse(request).block(Duration.ofSeconds(20)))
					.satisfies(NamedClientsTests::namesAccessKey);
				assertThatExceptionOfType(InvalidBedrockRuntimeConfigurationException.class).isThrownBy(
						() -> injected.reactiveArchive.converseStream("text").blockLast(Duration.ofSeconds(20)));
				assertThatExceptionOfType(InvalidBedrockRuntimeConfigurationException.class)
					.isThrownBy(() -> clients.get("archive"))
					.satisfies(NamedClientsTests::namesAccessKey);
				assertThat(clients.names()).containsExactly("default", "other", "archive", "typo");
				assertThat(context.getBean(ConfiguredClients.class).unusable()).containsOnlyKeys("archive", "typo");
			});
		assertThat(output).contains("WARN")
			.contains("Client 'archive' of the Amazon Bedrock Runtime cannot be used, and each of its calls fails")
			.contains("    Property: bedrock.runtime.clients.archive.credentials.access-key")
			.contains("Set 'bedrock.runtime.clients.archive.credentials.secret-key' too")
			.contains("'bedrock.runtime.clients.typo.timeouts.idle' cannot be converted to java.time.Duration")
			.doesNotContain("s3cret");
	}

	private static void namesAccessKey(InvalidBedrockRuntimeConfigurationException failure) {
		assertThat(failure.getProperties()).containsExactly("bedrock.runtime.clients.archive.credentials.access-key");
	}

	@Test
	void whenUnnamedClientIsTheApplicationsOwnThenNamedOnesAreThereToo() {
		ReactiveBedrockRuntimeOperations own = mock();
		this.contextRunner.withBean("own", ReactiveBedrockRuntimeOperations.class, () -> own)
			.withBean(Injected.class)
			.run((context) -> {
				assertThat(context.getBean(Injected.class).reactiveUnnamed).isSameAs(own);
				assertThat(context.getBean(BedrockRuntimeClients.class).getReactive("default")).isSameAs(own);
				assertThat(context.getBean(ConfiguredClients.class).usable()).extracting(ConfiguredClient::name)
					.containsExactly("archive");
			});
	}

	@Test
	void whenNoClientHasANameThenTheUnnamedOneIsInTheRegistry() {
		new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withPropertyValues("bedrock.runtime.region=eu-central-1")
			.run((context) -> assertThat(context.getBean(BedrockRuntimeClients.class).names())
				.containsExactly("default"));
	}

	@Test
	void whenNameIsThatOfTheUnnamedClientThenApplicationDoesNotStart() {
		this.contextRunner.withPropertyValues("bedrock.runtime.clients.default.region=us-east-1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
				.hasMessageContaining("'bedrock.runtime.clients.default' is set"));
	}

	@Test
	void whenBuildersAreCustomizedThenEachClientIsKnownByItsName() {
		this.contextRunner.withUserConfiguration(CustomizersConfiguration.class)
			.run((context) -> assertThat(context.getBean(CustomizersConfiguration.class).calls)
				.containsOnly(Map.entry("default", 1), Map.entry("archive", 1)));
	}

	@Test
	void whenClientsHaveSettingsOfTheirOwnThenTheirCallsHaveThem() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
			.apiKey("key")
			.tokensPerSecond(0)
			.start()) {
			this.contextRunner
				.withPropertyValues("bedrock.runtime.endpoint=" + emulator.endpoint(),
						"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
						"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
						"bedrock.runtime.region=" + emulator.region(),
						"bedrock.runtime.default-model=amazon.nova-lite-v1:0",
						"bedrock.runtime.clients.archive.region=" + emulator.region(),
						"bedrock.runtime.clients.archive.credentials.api-key=key",
						"bedrock.runtime.clients.archive.default-model=amazon.nova-pro-v1:0",
						"bedrock.runtime.clients.archive.http.max-connections=7",
						"bedrock.runtime.clients.archive.http.user-agent-app-id=archive")
				.run((context) -> {
					BedrockRuntimeClients clients = context.getBean(BedrockRuntimeClients.class);
					clients.get("default").converse("Hello");
					clients.get("archive").converse("Hello");
					assertThat(emulator.requests()).extracting(RecordedRequest::rawPath)
						.containsExactly("/model/amazon.nova-lite-v1%3A0/converse",
								"/model/amazon.nova-pro-v1%3A0/converse");
					assertThat(emulator.requests())
						.extracting((request) -> request.header("authorization").split(" ")[0])
						.containsExactly("AWS4-HMAC-SHA256", "Bearer");
					assertThat(emulator.requests())
						.extracting((request) -> request.header("user-agent").contains("app/archive"))
						.containsExactly(false, true);
					assertThat(context.getBean(ConfiguredClients.class).usable())
						.flatExtracting((client) -> client.pools().get())
						.extracting(ConnectionPool::max)
						.containsExactly(1000, 7);
				});
		}
	}

	@Test
	void whenSslBundleOfAClientIsUnknownThenOnlyThatClientIsUnusable() {
		this.contextRunner.withPropertyValues("bedrock.runtime.clients.archive.http.ssl.bundle=typo").run((context) -> {
			ConfiguredClients clients = context.getBean(ConfiguredClients.class);
			assertThat(clients.usable()).extracting(ConfiguredClient::name).containsExactly("default");
			assertThat(clients.unusable().get("archive"))
				.hasMessageStartingWith("'bedrock.runtime.clients.archive.http.ssl.bundle' is set");
		});
	}

	@Test
	void whenContextIsClosedThenEachClientIs() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
			.apiKey("key")
			.tokensPerSecond(0)
			.start()) {
			this.contextRunner
				.withPropertyValues("bedrock.runtime.endpoint=" + emulator.endpoint(),
						"bedrock.runtime.credentials.api-key=key")
				.withBean(Injected.class)
				.run((context) -> {
					Injected injected = context.getBean(Injected.class);
					ConfiguredClients clients = context.getBean(ConfiguredClients.class);
					ConverseRequest request = ConverseRequest.of("amazon.nova-lite-v1:0", "text");
					injected.archive.converse(request);
					assertThat(clients.usable()).extracting((client) -> client.pools().get().size())
						.containsExactly(0, 1);
					injected.unnamed.converse(request);
					assertThat(clients.usable()).extracting((client) -> client.pools().get().size())
						.containsExactly(1, 1);
					context.close();
					for (BedrockRuntimeOperations client : List.of(injected.archive, injected.unnamed)) {
						assertThatExceptionOfType(BedrockRuntimeClientException.class)
							.isThrownBy(() -> client.converse(request))
							.withMessageContaining("closed");
					}
				});
		}
	}

	static class Injected {

		@Autowired
		private BedrockRuntimeOperations unnamed;

		@Autowired
		private ReactiveBedrockRuntimeOperations reactiveUnnamed;

		@Autowired
		@Qualifier("archive")
		private BedrockRuntimeOperations archive;

		@Autowired
		@Qualifier("archive")
		private ReactiveBedrockRuntimeOperations reactiveArchive;

	}

	static class UsEast {

		@Autowired
		@Qualifier("us-east")
		private BedrockRuntimeOperations operations;

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizersConfiguration {

		private final Map<String, Integer> calls = new HashMap<>();

		@Bean
		BedrockRuntimeBuilderCustomizer counter() {
			return new BedrockRuntimeBuilderCustomizer() {

				@Override
				public void customize(BedrockRuntimeBuilder builder) {
					throw new IllegalStateException("The name is known");
				}

				@Override
				public void customize(String name, BedrockRuntimeBuilder builder) {
					CustomizersConfiguration.this.calls.merge(name, 1, Integer::sum);
				}

			};
		}

	}

}
