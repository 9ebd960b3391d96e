package io.bedrockruntime.samples.guardedrest;

import java.time.Duration;

import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.BedrockRuntimeTimeoutException;
import io.bedrockruntime.exception.ModelTimeoutException;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.structured.StructuredResponseException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Exception handlers that send a problem detail to the caller and log the rest. Messages
 * of the service are not sent to the caller, as they may contain accounts and models.
 */
@RestControllerAdvice
class BedrockProblems {

	private static final Log log = LogFactory.getLog(BedrockProblems.class);

	/** The client has already retried the call. */
	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(StructuredResponseException ex) {
		if (ex.response().stopReason().equals(StopReason.GUARDRAIL_INTERVENED)) {
			// The text comes from the guardrail and is meant for callers.
			return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Guardrail intervened", ex.response().text());
		}
		log.warn("Invalid response: " + ex.getMessage());
		return problem(HttpStatus.BAD_GATEWAY, "Invalid response",
				"The response of the model is incomplete or malformed.");
	}

	@ExceptionHandler({ ModelTimeoutException.class, BedrockRuntimeTimeoutException.class })
	ResponseEntity<ProblemDetail> handleTimeout(BedrockRuntimeException ex) {
		log.warn(ex.getMessage());
		return (ex instanceof AcquireTimeoutException) ? tooBusy()
				: problem(HttpStatus.GATEWAY_TIMEOUT, "Too slow", "The model did not respond in time.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(BedrockRuntimeServiceException ex) {
		// The message contains the request id, which AWS support needs.
		log.warn(ex.getMessage());
		return (ex.isThrottling() || ex.isRetryable()) ? tooBusy() : failed();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(BedrockRuntimeException ex) {
		log.warn(ex.getMessage());
		return failed();
	}

	private static ResponseEntity<ProblemDetail> tooBusy() {
		ResponseEntity<ProblemDetail> problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "Too busy",
				"The model is currently unavailable. Try again later.");
		return ResponseEntity.status(problem.getStatusCode())
			.header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
			.body(problem.getBody());
	}

	private static ResponseEntity<ProblemDetail> failed() {
		return problem(HttpStatus.BAD_GATEWAY, "Model not available", "The model could not be called.");
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return ResponseEntity.of(problem).build();
	}

}
