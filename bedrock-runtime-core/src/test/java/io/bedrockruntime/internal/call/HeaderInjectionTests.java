package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.PerformanceConfigLatency;
import io.bedrockruntime.model.invoke.ServiceTierType;
import io.bedrockruntime.model.invoke.Trace;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that no value of a header or of the path can inject another header or another
 * request.
 */
class HeaderInjectionTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String FORGED = "x-forged";

	private static final List<String> VALUES = List.of("a\r\n" + FORGED + ": 1", "a\n" + FORGED + ": 1",
			"a\r" + FORGED + ": 1", "a\r\n\r\nGET /" + FORGED + " HTTP/1.1\r\nhost: x\r\n\r\n", "a\u0000b", "a\u007fb",
			"\u00e4", "\u560a\u560d" + FORGED + ": 1");

	private final RawServer server = new RawServer().respond(Responses.ok("{}"));

	@AfterEach
	void close() {
		this.server.close();
	}

	private BedrockRuntimeBuilder builder() {
		return ReactiveBedrockRuntimeTemplate.builder().endpoint(this.server.endpoint()).retries(RetrySettings.none());
	}

	static Stream<Arguments> members() {
		List<Arguments> members = List.of(member("contentType", InvokeModelRequest.Builder::contentType),
				member("accept", InvokeModelRequest.Builder::accept),
				member("trace", (builder, value) -> builder.trace(Trace.of(value))),
				member("guardrailIdentifier", InvokeModelRequest.Builder::guardrailIdentifier),
				member("guardrailVersion", InvokeModelRequest.Builder::guardrailVersion),
				member("performanceConfigLatency",
						(builder, value) -> builder.performanceConfigLatency(PerformanceConfigLatency.of(value))),
				member("serviceTier", (builder, value) -> builder.serviceTier(ServiceTierType.of(value))),
				member("requestMetadata", InvokeModelRequest.Builder::requestMetadata));
		return members.stream()
			.flatMap((member) -> VALUES.stream().map((value) -> arguments(member.get()[0], member.get()[1], value)));
	}

	private static Arguments member(String name,
			BiFunction<InvokeModelRequest.Builder, String, InvokeModelRequest.Builder> set) {
		return arguments(name, set);
	}

	@ParameterizedTest(name = "{0} {index}")
	@MethodSource("members")
	void whenMemberIsNotAValidHeaderThenNothingIsSent(String name,
			BiFunction<InvokeModelRequest.Builder, String, InvokeModelRequest.Builder> set, String value) {
		try (ReactiveBedrockRuntimeTemplate client = builder().region("us-east-1").apiKey("key").build()) {
			Throwable failure = catchThrowable(
					() -> client.invokeModel(set.apply(InvokeModelRequest.builder("m").body("{}"), value).build())
						.block(WAIT));
			assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining(value);
			assertThat(this.server.connections()).isZero();
		}
	}

	@Test
	void whenMemberOfStreamIsNotAValidHeaderThenNothingIsSent() {
		try (ReactiveBedrockRuntimeTemplate client = builder().region("us-east-1").apiKey("key").build()) {
			for (String value : VALUES) {
				assertThat(catchThrowable(() -> client
					.invokeModelWithResponseStream(
							InvokeModelWithResponseStreamRequest.builder("m").body("{}").accept(value).build())
					.blockLast(WAIT))).isInstanceOf(IllegalArgumentException.class);
			}
			assertThat(this.server.connections()).isZero();
		}
	}

	/** Characters that no HTTP client may send in a header. */
	static Stream<String> controls() {
		return VALUES.stream().filter((value) -> value.chars().anyMatch((character) -> character < ' '));
	}

	static Stream<String> values() {
		return VALUES.stream();
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("values")
	void whenModelIdContainsAnythingThenItRemainsInThePath(String value) {
		this.server.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		try (ReactiveBedrockRuntimeTemplate client = builder().region("us-east-1").apiKey("key").build()) {
			client.converse(ConverseRequest.of("m/../" + value + "?x#y", "Hello")).block(WAIT);
		}
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.line()).matches("POST /model/m%2F..%2F[\\w%.~-]+%3Fx%23y/converse");
			assertThat(request.header(FORGED)).isNull();
		});
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("values")
	void whenApiKeyIsNotAValidHeaderThenNothingIsSent(String value) {
		isRefused(() -> builder().region("us-east-1").apiKey(value).build(), value);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("controls")
	void whenSessionTokenIsNotAValidHeaderThenNothingIsSent(String value) {
		isRefused(() -> signing(AwsSessionCredentials.create("akid", "secret", value)), value);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("controls")
	void whenAccessKeyIsNotAValidHeaderThenNothingIsSent(String value) {
		isRefused(() -> signing(AwsBasicCredentials.create(value, "secret")), value);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("values")
	void whenCredentialsAreSentThenTheyForgeNothing(String value) {
		for (AwsCredentials credentials : List.of(AwsBasicCredentials.create(value, "secret"),
				AwsSessionCredentials.create("akid", "secret", value))) {
			try (ReactiveBedrockRuntimeTemplate client = signing(credentials)) {
				catchThrowable(() -> client.converse(ConverseRequest.of("m", "Hello")).block(WAIT));
			}
		}
		assertThat(this.server.requests()).allSatisfy((request) -> {
			assertThat(request.line()).isEqualTo("POST /model/m/converse");
			assertThat(request.header(FORGED)).isNull();
			assertThat(request.body()).isNotEmpty();
		});
	}

	private ReactiveBedrockRuntimeTemplate signing(AwsCredentials credentials) {
		return builder().region("us-east-1").credentialsProvider(StaticCredentialsProvider.create(credentials)).build();
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("values")
	void whenRegionIsNotAValidHeaderThenThereIsNoClient(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> builder().region(value).apiKey("key").build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "us-east-1/x", "us-east-1.example.org#", "us-east-1@example.org", "../x", "us east 1" })
	void whenRegionWouldChangeTheHostThenItIsRefused(String region) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ReactiveBedrockRuntimeTemplate.builder().region(region).apiKey("key").build());
	}

	private void isRefused(Supplier<ReactiveBedrockRuntimeTemplate> client, String value) {
		Throwable failure = catchThrowable(() -> {
			try (ReactiveBedrockRuntimeTemplate built = client.get()) {
				built.converse(ConverseRequest.of("m", "Hello")).block(WAIT);
			}
		});
		assertThat(failure).isInstanceOfAny(IllegalArgumentException.class, BedrockRuntimeException.class);
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertThat(cause).hasMessageNotContaining(value);
		}
		assertThat(this.server.requests()).isEmpty();
	}

}
