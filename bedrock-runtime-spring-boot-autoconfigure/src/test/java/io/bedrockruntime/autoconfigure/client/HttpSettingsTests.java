package io.bedrockruntime.autoconfigure.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.bedrockruntime.autoconfigure.internal.http.HttpSettings;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.KeepAlive;
import io.bedrockruntime.settings.ProxySettings;
import io.bedrockruntime.settings.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HttpSettings} and {@link UserAgentResolver}.
 */
@ExtendWith(OutputCaptureExtension.class)
class HttpSettingsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withBean(BuilderProbe.class)
		.withPropertyValues("bedrock.runtime.region=eu-central-1");

	@Test
	void whenNothingIsSetThenDefaultsAreThoseOfTheLibrary(CapturedOutput output) {
		this.contextRunner.withPropertyValues("spring.http.clients.reactive.connector=jdk").run((context) -> {
			assertThat(context.getBean(BuilderProbe.class).connectionSettings())
				.isEqualTo(ConnectionSettings.defaults());
			assertThat(context.getBean(BuilderProbe.class).userAgentAppId()).isNull();
		});
		assertThat(output).doesNotContain("have no effect");
	}

	@Test
	void whenPropertiesAreSetThenConnectionsHaveThem() {
		ConnectionSettings expected = new ConnectionSettings(10, 20, Duration.ofSeconds(30), null,
				new KeepAlive(Duration.ofSeconds(40), Duration.ofSeconds(50), 6), ConnectionSettings.Http2.NEGOTIATED,
				new ProxySettings("proxy", 3128, "user", "word", List.of("*.internal", "localhost")), 2048, 70, false);
		this.contextRunner
			.withPropertyValues("bedrock.runtime.http.max-connections=10",
					"bedrock.runtime.http.max-pending-acquires=20", "bedrock.runtime.http.max-idle-time=30s",
					"bedrock.runtime.http.max-life-time=0", "bedrock.runtime.http.keep-alive.idle=40s",
					"bedrock.runtime.http.keep-alive.interval=50s", "bedrock.runtime.http.keep-alive.count=6",
					"bedrock.runtime.http.http2=negotiated", "bedrock.runtime.http.proxy.host=proxy",
					"bedrock.runtime.http.proxy.port=3128", "bedrock.runtime.http.proxy.username=user",
					"bedrock.runtime.http.proxy.password=word",
					"bedrock.runtime.http.proxy.non-proxy-hosts=*.internal,localhost",
					"bedrock.runtime.http.max-header-size=2KB", "bedrock.runtime.http.max-header-count=70",
					"bedrock.runtime.http.pool-metrics=false", "bedrock.runtime.http.user-agent-app-id=my-app")
			.run((context) -> {
				assertThat(context.getBean(BuilderProbe.class).connectionSettings()).isEqualTo(expected);
				assertThat(ReflectionTestUtils.getField(context.getBean(HttpClientResources.class), "settings"))
					.isEqualTo(expected);
				assertThat(context.getBean(BuilderProbe.class).userAgentAppId()).isEqualTo("my-app");
			});
		this.contextRunner.withPropertyValues("bedrock.runtime.http.keep-alive.enabled=false")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).connectionSettings().keepAlive())
				.isNull());
	}

	@ParameterizedTest
	@CsvSource({ ", , PT5S", ", 7s, PT7S", "3s, 7s, PT3S" })
	void whenConnectTimeoutIsUnsetThenSpringBootsIsUsed(String ours, String springs, Duration expected) {
		this.contextRunner
			.withPropertyValues((ours != null) ? "bedrock.runtime.timeouts.connect=" + ours : "a=b",
					(springs != null) ? "spring.http.clients.connect-timeout=" + springs : "a=b")
			.run((context) -> assertThat(
					ReflectionTestUtils.getField(context.getBean(HttpClientResources.class), "timeouts"))
				.isEqualTo(Timeouts.defaults().withConnect(expected)));
	}

	@Test
	void whenConnectorIsNotReactorsThenPropertiesWithoutEffectAreLogged(CapturedOutput output) {
		String[] properties = { "bedrock.runtime.http.max-connections=10", "bedrock.runtime.http.proxy.host=s3cret",
				"bedrock.runtime.http.proxy.port=3128" };
		this.contextRunner.withPropertyValues(properties)
			.withPropertyValues("spring.http.clients.reactive.connector=jdk")
			.run((context) -> assertThat(context).hasNotFailed());
		String warning = "InvokeModelWithBidirectionalStream: bedrock.runtime.http.max-connections, bedrock.runtime.http.proxy";
		assertThat(output).containsOnlyOnce(warning).doesNotContain("s3cret");
		this.contextRunner.withPropertyValues(properties)
			.withBean(ClientHttpConnector.class, ReactorClientHttpConnector::new)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut().split(warning, -1)).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "of-aws, of-aws", "of aws/1, of-aws-1",
			"123456789012345678901234567890123456789012345678901, 12345678901234567890123456789012345678901234567890" })
	void whenAppIdIsUnsetThenAwsSettingIsUsed(String value, String expected, @TempDir Path folder) throws Exception {
		for (String name : List.of("aws.userAgentAppId", "AWS_SDK_UA_APP_ID")) {
			this.contextRunner.withPropertyValues(name + "=" + value)
				.run((context) -> assertThat(context.getBean(BuilderProbe.class).userAgentAppId()).isEqualTo(expected));
		}
		Path config = Files.writeString(folder.resolve("config"), "[default]\nsdk_ua_app_id = " + value + "\n");
		this.contextRunner.withPropertyValues("bedrock.runtime.credentials.config-file=" + config)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).userAgentAppId()).isEqualTo(expected));
	}

}
