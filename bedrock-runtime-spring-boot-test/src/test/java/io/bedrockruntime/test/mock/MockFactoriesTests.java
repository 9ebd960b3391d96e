package io.bedrockruntime.test.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import io.bedrockruntime.stream.EventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests that the factories create the same objects as the client does from responses of
 * the service.
 */
class MockFactoriesTests {

	record City(String name, int inhabitants) {

	}

	@Test
	void whenOperationsAreMockedThenResponseIsText() {
		BedrockRuntimeOperations bedrock = mock(BedrockRuntimeOperations.class);
		given(bedrock.converse(anyString())).willReturn(ConverseResponses.text("It is blue."));
		ConverseResponse response = bedrock.converse("Why?");
		assertThat(response.text()).isEqualTo("It is blue.");
		assertThat(response.stopReason()).isEqualTo(StopReason.END_TURN);
		assertThat(response.usage().outputTokens()).isEqualTo(3);
		assertThat(response.usage().totalTokens()).isEqualTo(13);
		assertThat(response.responseMetadata().requestId()).isNotEmpty();
	}

	@Test
	void whenResponseIsNotTextThenStopReasonIsSet() {
		assertThat(ConverseResponses.truncatedText("It is").stopReason()).isEqualTo(StopReason.MAX_TOKENS);
		ConverseResponse toolUse = ConverseResponses.toolUse("get_weather", "{\"city\":\"Rome\"}");
		assertThat(toolUse.stopReason()).isEqualTo(StopReason.TOOL_USE);
		assertThat(toolUse.toolUses()).singleElement().satisfies((use) -> {
			assertThat(use.name()).isEqualTo("get_weather");
			assertThat(use.input().path("city").asString()).isEqualTo("Rome");
		});
		ConverseResponse blocked = ConverseResponses.guardrailIntervened("Not that.");
		assertThat(blocked.stopReason()).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
		assertThat(blocked.text()).isEqualTo("Not that.");
		assertThat(blocked.trace().guardrail().inputAssessment()).isNotEmpty();
		assertThat(ConverseResponses.structured(new City("Rome", 2_800_000)).value().name()).isEqualTo("Rome");
		assertThat(ConverseResponses.json(new City("Rome", 1)).text())
			.isEqualTo("{\"name\":\"Rome\",\"inhabitants\":1}");
	}

	@Test
	void whenStreamIsTextThenItHasAllEventsOfService() {
		StepVerifier.create(ConverseStreams.text("It is ", "blue."))
			.expectNextMatches(ConverseStreamOutput.MessageStart.class::isInstance)
			.expectNextMatches((event) -> event.text().equals("It is "))
			.expectNextMatches((event) -> event.text().equals("blue."))
			.expectNextMatches(ConverseStreamOutput.ContentBlockStop.class::isInstance)
			.expectNextMatches(ConverseStreamOutput.MessageStop.class::isInstance)
			.expectNextMatches((event) -> event instanceof ConverseStreamOutput.Metadata metadata
					&& metadata.metadata().usage().outputTokens() == 3)
			.expectComplete()
			.verify(Duration.ofSeconds(20));
	}

	static Stream<ConverseResponse> responses() {
		return Stream.of(ConverseResponses.text("It is blue."), ConverseResponses.truncatedText("It"),
				ConverseResponses.toolUse("get_weather", "{\"city\":\"Rome\"}"),
				ConverseResponses.guardrailIntervened("Not that."));
	}

	@ParameterizedTest
	@MethodSource("responses")
	void whenResponseIsStreamedThenItCanBeAggregated(ConverseResponse response) {
		ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
		ConverseStreams.of(response).doOnNext(aggregator::accept).blockLast(Duration.ofSeconds(20));
		ConverseResponse aggregated = aggregator.response();
		assertThat(aggregated.message()).isEqualTo(response.message());
		assertThat(aggregated.stopReason()).isEqualTo(response.stopReason());
		assertThat(aggregated.usage()).isEqualTo(response.usage());
		assertThat(aggregated.trace()).isEqualTo(response.trace());
	}

	@Test
	void whenStreamFailsThenEventsBeforeAreDelivered() {
		List<String> texts = new ArrayList<>();
		try (EventStream<ConverseStreamOutput> events = EventStreams.failing(ServiceExceptions.modelStreamError(),
				"It ", "is")) {
			assertThatExceptionOfType(ModelStreamErrorException.class)
				.isThrownBy(() -> events.forEach((event) -> texts.add(event.text())));
		}
		assertThat(texts).containsExactly("", "It ", "is");
	}

	@Test
	void whenStreamIsBlockingThenItIsRead() {
		try (EventStream<ConverseStreamOutput> events = EventStreams.ofText("It is ", "blue.")) {
			assertThat(events.stream().map(ConverseStreamOutput::text)).contains("It is ", "blue.");
		}
		try (EventStream<ConverseStreamOutput> events = EventStreams.of(ConverseResponses.text("It is"))) {
			assertThat(events.stream().map(ConverseStreamOutput::text)).contains("It ", "is");
		}
		try (EventStream<ResponseStream> events = EventStreams.ofChunks("{}", "[]")) {
			assertThat(events.stream().map((event) -> event.bytes().asUtf8String())).containsExactly("{}", "[]");
		}
	}

	@Test
	void whenModelIsInvokedThenBodyHasFormatOfModel() {
		assertThat(InvokeModelResponses.json("{\"a\":1}").body().asUtf8String()).isEqualTo("{\"a\":1}");
		assertThat(InvokeModelResponses.json(new City("Rome", 1)).body().asUtf8String()).contains("\"Rome\"");
		StepVerifier.create(InvokeModelResponses.failing(ServiceExceptions.throttling(), "{}"))
			.expectNextCount(1)
			.expectError(BedrockRuntimeServiceException.class)
			.verify(Duration.ofSeconds(20));
	}

	static Stream<BedrockRuntimeServiceException> exceptions() {
		return Stream.of(ServiceExceptions.throttling(), ServiceExceptions.validation("No"),
				ServiceExceptions.accessDenied(), ServiceExceptions.resourceNotFound(),
				ServiceExceptions.modelTimeout(), ServiceExceptions.internalServer(),
				ServiceExceptions.serviceUnavailable(), ServiceExceptions.modelStreamError());
	}

	@ParameterizedTest
	@MethodSource("exceptions")
	void whenServiceFailsThenExceptionIsSameAsInClient(BedrockRuntimeServiceException exception) {
		assertThat(exception.errorCode()).isEqualTo(exception.getClass().getSimpleName());
		assertThat(exception.statusCode()).isBetween(400, 503);
		assertThat(exception.requestId()).isNotEmpty();
		assertThat(Flux.error(exception).materialize().blockLast(Duration.ofSeconds(20)).isOnError()).isTrue();
	}

}
