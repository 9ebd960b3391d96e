package io.bedrockruntime.samples.guardedrest;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.test.mock.ConverseResponses;
import io.bedrockruntime.test.mock.ServiceExceptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentMatchers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

/**
 * Tests for {@link BedrockProblems}: the web layer with a mock of the client, for
 * failures that are difficult to cause otherwise.
 */
@WebMvcTest
@Import(TriageService.class)
class BedrockProblemsTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private BedrockRuntimeOperations bedrock;

	static Stream<Arguments> failures() {
		return Stream.of(arguments(ServiceExceptions.throttling(), 503),
				arguments(ServiceExceptions.serviceUnavailable(), 503),
				arguments(ServiceExceptions.internalServer(), 503),
				arguments(new AcquireTimeoutException("All connections are busy", null), 503),
				arguments(new CallTimeoutException("No response within 30s", null), 504),
				arguments(ServiceExceptions.modelTimeout(), 504),
				arguments(ServiceExceptions.validation("No such parameter"), 502),
				arguments(ServiceExceptions.accessDenied(), 502),
				arguments(new ConnectionFailedException("Refused", null), 502));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whenCallFailsThenStatusShowsWhetherToRetry(RuntimeException failure, int status) {
		MvcTestResult result = post(() -> {
			throw failure;
		});
		assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result.getResponse().getHeader("Retry-After")).isEqualTo((status == 503) ? "10" : null);
		assertThat(result).bodyText().doesNotContain(failure.getMessage());
	}

	@Test
	void whenModelRespondsThenResponseIsReturned() {
		assertThat(post(() -> new Triage(Triage.Category.BILLING, false, "An invoice is missing."))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.category")
			.isEqualTo("BILLING");
	}

	private MvcTestResult post(Supplier<Triage> response) {
		given(this.bedrock.converse(ArgumentMatchers.<Consumer<ConverseRequest.Builder>>any(), eq(Triage.class)))
			.willAnswer((invocation) -> ConverseResponses.structured(response.get()));
		return this.mvc.post()
			.uri("/tickets/triage")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"text\":\"Where is my invoice?\"}")
			.exchange();
	}

}
