package io.bedrockruntime.internal.call;

import java.time.Duration;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for errors whose status is a success.
 */
class ErrorInResponseTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private final RawServer server = new RawServer();

	private final ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
		.region("eu-central-1")
		.endpoint(this.server.endpoint())
		.apiKey("key")
		.retries(RetrySettings.none())
		.build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	private Flux<?> stream() {
		return this.client.converseStream(ConverseStreamRequest.of("model", "text"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"__type\":\"ThrottlingException\",\"message\":\"slow down\"}",
			"  { \"message\" : \"slow down\", \"__type\" : \"a.b#ThrottlingException:http://c\" }",
			"{\"Message\":\"slow down\",\"code\":\"ThrottlingException\"}" })
	void whenBodyIsAnErrorThenItIsThatError(String body) {
		this.server.respond(Responses.ok(body));
		for (Flux<?> call : new Flux<?>[] { this.client.converse(REQUEST).flux(), stream() }) {
			StepVerifier.create(call).expectErrorSatisfies((ex) -> {
				ThrottlingException error = (ThrottlingException) ex;
				assertThat(error.statusCode()).isEqualTo(429);
				assertThat(error.serviceMessage()).isEqualTo("slow down");
				assertThat(error.isThrottling()).isTrue();
			}).verify(WAIT);
		}
	}

	@Test
	void whenHeaderNamesAnErrorThenItIsThatErrorWhateverTheBody() {
		this.server.respond("HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n"
				+ "x-amzn-errortype: SomethingNewException\r\ncontent-length: 2\r\n\r\n{}");
		Flux<?> invocation = this.client.invokeModel(InvokeModelRequest.builder("model").body("{}").build()).flux();
		for (Flux<?> call : new Flux<?>[] { this.client.converse(REQUEST).flux(), stream(), invocation }) {
			StepVerifier.create(call).expectErrorSatisfies((ex) -> {
				BedrockRuntimeServiceException error = (BedrockRuntimeServiceException) ex;
				assertThat(error.errorCode()).isEqualTo("SomethingNewException");
				assertThat(error.statusCode()).isEqualTo(500);
			}).verify(WAIT);
		}
	}

	@Test
	void whenErrorHasNoNameThenTheResponseIsInvalidAndNotQuoted() {
		this.server.respond(Responses.ok("{\"message\":\"nobody knows\"}"));
		StepVerifier.create(this.client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageContaining("error")
				.hasMessageNotContaining("nobody knows"))
			.verify(WAIT);
	}

	@Test
	void whenResponseOfModelLooksLikeAnErrorThenItIsTheResponse() {
		String body = "{\"message\":{\"content\":\"Hi\"},\"__type\":\"x\"}";
		this.server.respond(Responses.ok(body));
		InvokeModelResponse response = this.client.invokeModel(InvokeModelRequest.builder("model").body("{}").build())
			.block(WAIT);
		assertThat(response).isNotNull();
		assertThat(response.body().asUtf8String()).isEqualTo(body);
	}

}
