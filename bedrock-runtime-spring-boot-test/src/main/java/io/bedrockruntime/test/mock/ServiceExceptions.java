package io.bedrockruntime.test.mock;

import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.InternalServerException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.exception.ModelTimeoutException;
import io.bedrockruntime.exception.ResourceNotFoundException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.ValidationException;

/**
 * Factory of exceptions that the client throws for service errors, of Converse unless
 * stated otherwise.
 *
 * @since 0.1.0
 */
public final class ServiceExceptions {

	private static final String REQUEST_ID = "00000000-0000-0000-0000-000000000000";

	private ServiceExceptions() {
	}

	/**
	 * Return the exception for an exceeded request rate.
	 * @return the exception, with status 429
	 */
	public static ThrottlingException throttling() {
		return new ThrottlingException(error(429, "ThrottlingException", "Too many requests, please wait."));
	}

	/**
	 * Return the exception for an invalid request.
	 * @param message the message of the service
	 * @return the exception, with status 400
	 */
	public static ValidationException validation(String message) {
		return new ValidationException(error(400, "ValidationException", message));
	}

	/**
	 * Return the exception for missing permissions.
	 * @return the exception, with status 403
	 */
	public static AccessDeniedException accessDenied() {
		return new AccessDeniedException(
				error(403, "AccessDeniedException", "You don't have access to the model with the specified model ID."));
	}

	/**
	 * Return the exception for an unknown model or guardrail.
	 * @return the exception, with status 404
	 */
	public static ResourceNotFoundException resourceNotFound() {
		return new ResourceNotFoundException(
				error(404, "ResourceNotFoundException", "Could not resolve the foundation model."));
	}

	/**
	 * Return the exception for a model that timed out.
	 * @return the exception, with status 408
	 */
	public static ModelTimeoutException modelTimeout() {
		return new ModelTimeoutException(error(408, "ModelTimeoutException", "Model has timed out."));
	}

	/**
	 * Return the exception for an internal error of the service.
	 * @return the exception, with status 500
	 */
	public static InternalServerException internalServer() {
		return new InternalServerException(error(500, "InternalServerException", "Internal server error."));
	}

	/**
	 * Return the exception for an unavailable service.
	 * @return the exception, with status 503
	 */
	public static ServiceUnavailableException serviceUnavailable() {
		return new ServiceUnavailableException(
				error(503, "ServiceUnavailableException", "Service is temporarily unavailable."));
	}

	/**
	 * Return the exception for a model that failed during ConverseStream.
	 * @return the exception, with status 424
	 */
	public static ModelStreamErrorException modelStreamError() {
		return new ModelStreamErrorException(new ServiceError("ConverseStream", 424, "ModelStreamErrorException",
				"The model has failed.", REQUEST_ID, true, 500, null, null, null));
	}

	private static ServiceError error(int status, String code, String message) {
		return new ServiceError("Converse", status, code, message, REQUEST_ID, false, null, null, null, null);
	}

}
