package io.bedrockruntime.autoconfigure.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.autoconfigure.observation.BedrockRuntimeObservationAutoConfiguration;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the meters of real calls to an emulator.
 */
class CallMetersEndToEndTests {

	private static BedrockRuntimeEmulator emulator;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
						SimpleMetricsExportAutoConfiguration.class, ObservationAutoConfiguration.class,
						BedrockRuntimeObservationAutoConfiguration.class, BedrockRuntimeMetricsAutoConfiguration.class))
		.withPropertyValues("bedrock.runtime.region=" + emulator.region(),
				"bedrock.runtime.endpoint=" + emulator.endpoint(),
				"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
				"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
				"bedrock.runtime.default-model=amazon.nova-lite-v1:0");

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
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
	void whenRetryRescuesCallThenItIsCountedThoughCallSucceeded() {
		emulator.script().error(503, "ServiceUnavailableException", "try later").text("Hello.");
		this.contextRunner.run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).converse("Hello");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("bedrock.client.retries")
				.tag("gen_ai.request.model", "amazon.nova-lite-v1:0")
				.tag("gen_ai.provider.name", "aws.bedrock")
				.tag("bedrock.operation", "Converse")
				.tag("error.type", "ServiceUnavailableException")
				.counter()
				.count()).isEqualTo(1);
			assertThat(registry.get("gen_ai.client.operation.duration").tag("error.type", "none").timer().count())
				.isEqualTo(1);
		});
	}

	@Test
	void whenResponseHasCachedTokensThenInputIsTheirSum() {
		emulator.script().reply(new Reply.Json("""
				{ "output": { "message": { "role": "assistant", "content": [ { "text": "Hello." } ] } },
				  "stopReason": "end_turn", "metrics": { "latencyMs": 40 },
				  "usage": { "inputTokens": 2, "outputTokens": 3, "totalTokens": 105, "cacheReadInputTokens": 60,
				    "cacheWriteInputTokens": 40 } }"""));
		this.contextRunner.run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).converse("Hello");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("gen_ai.client.inference.usage.input_tokens").counter().count()).isEqualTo(102);
			assertThat(registry.get("gen_ai.client.inference.usage.cache_read.input_tokens").counter().count())
				.isEqualTo(60);
			assertThat(registry.get("bedrock.server.latency").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void shouldShowOnePoolForAllCallsAndNoneAfterItIsClosed() {
		this.contextRunner.run((context) -> {
			BedrockRuntimeOperations operations = context.getBean(BedrockRuntimeOperations.class);
			operations.converse("Hello");
			operations.withTimeouts((timeouts) -> timeouts.withIdle(Duration.ofMinutes(1))).converse("Hello");
			context.getBean(ReactiveBedrockRuntimeOperations.class)
				.converseStream("Hello")
				.take(1)
				.blockLast(Duration.ofSeconds(20));
			emulator.script().error(400, "ValidationException", "no");
			assertThatExceptionOfType(BedrockRuntimeException.class).isThrownBy(() -> operations.converse("Hello"));
			assertThat(Metrics.globalRegistry.find("reactor.netty.connection.provider.max.connections")
				.tag("name", "bedrock-runtime")
				.tag("remote.address", emulator.endpoint().getAuthority())
				.gauges()).hasSize(1);
		});
		assertThat(Metrics.globalRegistry.find("reactor.netty.connection.provider.max.connections")
			.tag("remote.address", emulator.endpoint().getAuthority())
			.gauges()).isEmpty();
		this.contextRunner.withPropertyValues("bedrock.runtime.http.pool-metrics=false").run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).converse("Hello");
			assertThat(Metrics.globalRegistry.find("reactor.netty.connection.provider.max.connections")
				.tag("remote.address", emulator.endpoint().getAuthority())
				.gauges()).isEmpty();
		});
	}

	@Test
	void whenCredentialsExpireThenTheTimeLeftIsShown() {
		this.contextRunner.run((context) -> {
			context.getBean(BedrockRuntimeOperations.class).converse("Hello");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("bedrock.client.credentials.refresh").tag("outcome", "success").timer().count())
				.isPositive();
			assertThat(registry.get("bedrock.client.credentials.expiry").timeGauge().value()).isNaN();
		});
		ExpiringProvider provider = new ExpiringProvider();
		this.contextRunner
			.withBean(BedrockRuntimeBuilderCustomizer.class, () -> (builder) -> builder.credentialsProvider(provider))
			.run((context) -> {
				context.getBean(BedrockRuntimeOperations.class).converse("Hello");
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("bedrock.client.credentials.expiry")
					.tag("provider", "ExpiringProvider")
					.timeGauge()
					.value()).isBetween(3000.0, 3600.0);
			});
	}

	private static final class ExpiringProvider implements IdentityProvider<AwsCredentialsIdentity> {

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			return CompletableFuture.completedFuture(new ExpiringCredentials(emulator.accessKeyId(),
					emulator.secretAccessKey(), Instant.now().plusSeconds(3600)));
		}

	}

	private record ExpiringCredentials(String accessKeyId, String secretAccessKey,
			Instant expires) implements AwsCredentialsIdentity {

		@Override
		public Optional<Instant> expirationTime() {
			return Optional.of(this.expires);
		}

	}

}
