package io.bedrockruntime.starter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what an application gets that has the starter and nothing else.
 */
class StarterTests {

	@Test
	void whenApplicationHasNothingElseThenOperationsAreThereAndNoWebServerStarts() {
		SpringApplication application = new SpringApplication(Application.class);
		assertThat(application.getWebApplicationType()).isEqualTo(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--bedrock.runtime.region=eu-central-1")) {
			assertThat(context.getBean(ReactiveBedrockRuntimeOperations.class))
				.isInstanceOf(ReactiveBedrockRuntimeTemplate.class);
			assertThat(context.getBean(BedrockRuntimeOperations.class)).isInstanceOf(BedrockRuntimeTemplate.class);
			assertThat(context.getEnvironment().getProperty("local.server.port")).isNull();
			assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.getName().contains("http-nio"));
		}
	}

	@Test
	void shouldLeaveOutNativeCodeOfHttp3AndKeepItsClasses() {
		String[] classPath = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
		assertThat(Arrays.asList(classPath)).noneMatch((entry) -> entry.contains("netty-codec-native-quic"))
			.anyMatch((entry) -> entry.contains("netty-codec-classes-quic"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.micrometer.core.instrument.MeterRegistry",
			"org.springframework.boot.actuate.endpoint.annotation.Endpoint",
			"software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient",
			"com.fasterxml.jackson.databind.ObjectMapper" })
	void shouldBringNoneOf(String className) {
		assertThat(ClassUtils.isPresent(className, getClass().getClassLoader())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "META-INF/spring-configuration-metadata.json",
			"META-INF/spring-autoconfigure-metadata.properties", "META-INF/spring.factories",
			"META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports" })
	void shouldFindInAutoConfigurationAsBuilt(String name) throws IOException {
		var resources = getClass().getClassLoader().getResources(name).asIterator();
		boolean found = false;
		while (resources.hasNext()) {
			try (InputStream content = resources.next().openStream()) {
				found |= new String(content.readAllBytes(), StandardCharsets.UTF_8).contains("io.bedrockruntime");
			}
		}
		assertThat(found).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
