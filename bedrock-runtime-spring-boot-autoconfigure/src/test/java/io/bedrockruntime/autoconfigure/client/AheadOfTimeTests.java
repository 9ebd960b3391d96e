package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.internal.aws.AwsModules;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.stream.EventStream;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes the auto-configurations ahead of time, compiles the generated code, and calls
 * the emulator with a client of it.
 */
class AheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void whenProcessedAheadOfTimeThenClientsCallTheService() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start()) {
			Map<String, String> build = new HashMap<>(properties(emulator, "http://nowhere.invalid"));
			build.put("bedrock.runtime.clients.both.default-model", "amazon.nova-micro-v1:0");
			Map<String, String> run = new HashMap<>(properties(emulator, emulator.endpoint().toString()));
			run.put("bedrock.runtime.clients.both.default-model", "amazon.nova-pro-v1:0");
			run.put("bedrock.runtime.clients.late.default-model", "amazon.nova-premier-v1:0");
			run(build, run, (context) -> {
				callThreeWays(context, emulator);
				callByName(context, emulator);
			});
		}
	}

	private static void callThreeWays(GenericApplicationContext context, BedrockRuntimeEmulator emulator) {
		BedrockRuntimeOperations operations = context.getBean(BedrockRuntimeOperations.class);
		emulator.script().text("Ahead of time.");
		assertThat(operations.converse("When?").text()).isEqualTo("Ahead of time.");
		emulator.script().text("In pieces.");
		StringBuilder text = new StringBuilder();
		try (EventStream<ConverseStreamOutput> events = operations
			.converseStream(ConverseStreamRequest.of("amazon.nova-pro-v1:0", "How?"))) {
			events.forEach((event) -> text.append(event.text()));
		}
		assertThat(text).hasToString("In pieces.");
		assertThat(operations.countTokens(ConverseRequest.of("amazon.nova-pro-v1:0", "How many?")).inputTokens())
			.isPositive();
		assertThat(emulator.requests()).extracting(RecordedRequest::rawPath)
			.containsExactly("/model/amazon.nova-lite-v1%3A0/converse", "/model/amazon.nova-pro-v1%3A0/converse-stream",
					"/model/amazon.nova-pro-v1%3A0/count-tokens");
	}

	/** Named clients and their properties are those of the run. */
	private static void callByName(GenericApplicationContext context, BedrockRuntimeEmulator emulator) {
		emulator.reset();
		BedrockRuntimeClients clients = context.getBean(BedrockRuntimeClients.class);
		assertThat(clients.names()).containsExactlyInAnyOrder(BedrockRuntimeClients.UNNAMED, "both", "late");
		assertThat(context.getBean(BedrockRuntimeOperations.class))
			.isSameAs(clients.get(BedrockRuntimeClients.UNNAMED));
		for (String name : List.of("both", "late")) {
			assertThat(BeanFactoryAnnotationUtils
				.qualifiedBeanOfType(context.getBeanFactory(), BedrockRuntimeOperations.class, name)
				.converse("Hello")
				.text()).isNotEmpty();
		}
		assertThat(emulator.requests()).extracting(RecordedRequest::rawPath)
			.containsExactly("/model/amazon.nova-pro-v1%3A0/converse", "/model/amazon.nova-premier-v1%3A0/converse");
	}

	@Test
	void whenProcessedAheadOfTimeThenHintsCoverClientsWithNames() throws NoSuchMethodException {
		RuntimeHints hints = process(context(Map.of("bedrock.runtime.region", "eu-central-1"))).getRuntimeHints();
		assertThat(hints)
			.matches(RuntimeHintsPredicates.proxies().forInterfaces(ReactiveBedrockRuntimeOperations.class))
			.matches(RuntimeHintsPredicates.reflection()
				.onMethodInvocation(BedrockRuntimeClientProperties.class.getMethod("setDefaultModel", String.class)))
			.matches(RuntimeHintsPredicates.reflection()
				.onMethodInvocation(
						ConfiguredBedrockRuntimeClients.class.getDeclaredMethod("injectableReactive", String.class)));
	}

	@Test
	void whenProcessedAheadOfTimeThenHintsCoverEveryProperty() {
		RuntimeHints hints = process(context(Map.of("bedrock.runtime.region", "eu-central-1"))).getRuntimeHints();
		List<String> missing = BoundTypes.accessors()
			.filter((accessor) -> !RuntimeHintsPredicates.reflection().onMethodInvocation(accessor).test(hints))
			.map(Object::toString)
			.toList();
		assertThat(missing).isEmpty();
	}

	@Test
	void whenProcessedAheadOfTimeThenHintsCoverWhatIsFoundByName() throws IOException {
		RuntimeHints hints = process(context(Map.of("bedrock.runtime.region", "eu-central-1"))).getRuntimeHints();
		assertThat(AwsModules.clients().filter((client) -> ClassUtils.isPresent(client, null))).isNotEmpty()
			.allSatisfy((client) -> assertThat(hints)
				.matches(RuntimeHintsPredicates.reflection().onType(TypeReference.of(client))));
		assertThat(hints).matches(RuntimeHintsPredicates.resource().forResource(AwsModules.HTTP_SERVICE));
		Properties factories = PropertiesLoaderUtils
			.loadProperties(new UrlResource(AwsModules.class.getResource("/META-INF/spring.factories")));
		assertThat(factories.values()).isNotEmpty()
			.flatMap((names) -> List.of(names.toString().split(",")))
			.allSatisfy((name) -> assertThat(hints).matches(RuntimeHintsPredicates.reflection()
				.onType(TypeReference.of(name))
				.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)));
	}

	private static Map<String, String> properties(BedrockRuntimeEmulator emulator, String endpoint) {
		return Map.of("bedrock.runtime.region", emulator.region(), "bedrock.runtime.endpoint", endpoint,
				"bedrock.runtime.credentials.access-key", emulator.accessKeyId(),
				"bedrock.runtime.credentials.secret-key", emulator.secretAccessKey(), "bedrock.runtime.default-model",
				"amazon.nova-lite-v1:0");
	}

	/** Process with the properties of the build, and run with those of the run. */
	private static void run(Map<String, String> build, Map<String, String> run,
			Consumer<GenericApplicationContext> check) {
		TestGenerationContext generated = process(context(build));
		TestCompiler.forSystem().with(generated).compile((compiled) -> {
			GenericApplicationContext context = new GenericApplicationContext();
			context.setClassLoader(compiled.getClassLoader());
			TestPropertyValues.of(run).applyTo(context);
			initializer(compiled.getInstance(ApplicationContextInitializer.class)).initialize(context);
			context.refresh();
			try (context) {
				check.accept(context);
			}
		});
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(
			ApplicationContextInitializer<?> initializer) {
		return (ApplicationContextInitializer<GenericApplicationContext>) initializer;
	}

	private static GenericApplicationContext context(Map<String, String> properties) {
		GenericApplicationContext context = new GenericApplicationContext();
		TestPropertyValues.of(properties).applyTo(context);
		AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(context);
		reader.register(MeterConfiguration.class);
		reader.register(AutoConfigurations.getClasses(ClientAutoConfigurations.ALL, AutoConfigurations.of(ours())));
		return context;
	}

	/** All auto-configurations, so that none is forgotten. */
	private static Class<?>[] ours() {
		return ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.bedrockruntime."))
			.map((name) -> ClassUtils.resolveClassName(name, null))
			.toArray(Class[]::new);
	}

	private static TestGenerationContext process(GenericApplicationContext context) {
		TestGenerationContext generated = new TestGenerationContext(ClassName.get(AheadOfTimeTests.class));
		new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
		generated.writeGeneratedContent();
		return generated;
	}

	@Configuration(proxyBeanMethods = false)
	static class MeterConfiguration {

		@Bean
		SimpleMeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

}
