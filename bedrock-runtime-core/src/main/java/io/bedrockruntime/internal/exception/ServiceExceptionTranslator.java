package io.bedrockruntime.internal.exception;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConflictException;
import io.bedrockruntime.exception.InternalServerException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ModelErrorException;
import io.bedrockruntime.exception.ModelNotReadyException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.exception.ModelTimeoutException;
import io.bedrockruntime.exception.ResourceNotFoundException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.ServiceQuotaExceededException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.util.StringUtils;

/**
 * Translates errors of the service to exceptions. In AWS's restJson1 protocol, the name
 * is in a header, {@code __type} or {@code code}, optionally with a namespace before it
 * and a link after it. The text is in one of several members, and the body may not be
 * JSON.
 *
 * @see <a href=
 * "https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization">Operation
 * error serialization</a>
 */
public final class ServiceExceptionTranslator {

	/**
	 * The maximum length to read of an error's body; a longer page of a proxy is
	 * truncated.
	 */
	public static final int MAX_BODY_LENGTH = 64 * 1024;

	private static final int KEPT_BODY_LENGTH = 8 * 1024;

	private static final Map<String, Modelled> MODELLED = Map.ofEntries(
			modelled("AccessDeniedException", 403, AccessDeniedException::new),
			modelled("ConflictException", 400, ConflictException::new),
			modelled("InternalServerException", 500, InternalServerException::new),
			modelled("ModelErrorException", 424, ModelErrorException::new),
			modelled("ModelNotReadyException", 429, ModelNotReadyException::new),
			modelled("ModelStreamErrorException", 424, ModelStreamErrorException::new),
			modelled("ModelTimeoutException", 408, ModelTimeoutException::new),
			modelled("ResourceNotFoundException", 404, ResourceNotFoundException::new),
			modelled("ServiceQuotaExceededException", 400, ServiceQuotaExceededException::new),
			modelled("ServiceUnavailableException", 503, ServiceUnavailableException::new),
			modelled("ThrottlingException", 429, ThrottlingException::new),
			modelled("ValidationException", 400, ValidationException::new));

	private static final int LONGEST_START = 64;

	/** Errors of the service begin with one of these members, other responses do not. */
	private static final Pattern ERROR_START = Pattern
		.compile("\\s*\\{\\s*\"(__type|code|message|Message|errorMessage)\"\\s*:");

	private static final String STATUS = "originalStatusCode";

	private static final String MESSAGE = "originalMessage";

	private static final String RESOURCE = "resourceName";

	/** The status of an error in a stream with an unknown name. */
	private static final int UNMODELLED_STATUS = 500;

	private ServiceExceptionTranslator() {
	}

	/**
	 * Create the exception for an HTTP response.
	 * @param operation the AWS name of the operation
	 * @param metadata the status and headers
	 * @param body the beginning of the body
	 * @return the exception
	 */
	public static BedrockRuntimeServiceException ofResponse(String operation, ResponseMetadata metadata, byte[] body) {
		JsonNode json = read(body);
		String code = name(metadata.header("x-amzn-errortype"));
		code = (code != null) ? code : name(text(json, "__type"));
		code = (code != null) ? code : name(text(json, "code"));
		String message = metadata.header("x-amzn-error-message");
		message = (message != null) ? message : message(json);
		return create(code,
				new ServiceError(operation, status(metadata, code), code, message, metadata.requestId(), false,
						integer(json, STATUS), text(json, MESSAGE), text(json, RESOURCE), start(body),
						metadata.attempts()));
	}

	/**
	 * Create the exception for a response whose status is a success and whose body is an
	 * error.
	 * @param operation the AWS name of the operation
	 * @param metadata the status and headers
	 * @param body the body or its beginning, whose first member identifies an error
	 * @return the exception, or {@code null} if the body is not an error
	 */
	public static @Nullable BedrockRuntimeException inResponse(String operation, ResponseMetadata metadata,
			byte[] body) {
		if (!beginsAsError(body)) {
			return null;
		}
		JsonNode json = read(body);
		if (name(text(json, "__type")) != null || name(text(json, "code")) != null) {
			return ofResponse(operation, metadata, body);
		}
		return (message(json) != null)
				? new InvalidResponseException(operation + " failed: the response is an error without a name", null)
				: null;
	}

	private static boolean beginsAsError(byte[] body) {
		if (body.length > 2 && body[0] == '{' && body[1] == '"' && body[2] == 'o') {
			// "output", with which almost all responses begin.
			return false;
		}
		String start = new String(body, 0, Math.min(body.length, LONGEST_START), StandardCharsets.ISO_8859_1);
		return ERROR_START.matcher(start).lookingAt();
	}

	/**
	 * Return the status of an error. If the status of the response is a success, this is
	 * the status that belongs to the name.
	 */
	private static int status(ResponseMetadata metadata, @Nullable String code) {
		int status = metadata.httpStatus();
		if (status < 200 || status > 299) {
			return status;
		}
		Modelled modelled = (code != null) ? MODELLED.get(code) : null;
		return (modelled != null) ? modelled.status() : UNMODELLED_STATUS;
	}

	/**
	 * Create the exception for an exception or error message in a stream.
	 * @param operation the AWS name of the operation
	 * @param response the HTTP response whose body is the stream, if known
	 * @param type the name of the exception in the stream, such as
	 * {@code throttlingException}
	 * @param message the text, if it is in a header
	 * @param payload the payload
	 * @return the exception
	 */
	public static BedrockRuntimeServiceException ofMessage(String operation, @Nullable ResponseMetadata response,
			@Nullable String type, @Nullable String message, byte[] payload) {
		JsonNode json = read(payload);
		String name = name(type);
		// A stream names the union's member, an HTTP response the shape.
		String code = (name != null) ? StringUtils.capitalize(name) : null;
		Modelled modelled = (code != null) ? MODELLED.get(code) : null;
		int status = (modelled != null) ? modelled.status() : UNMODELLED_STATUS;
		String text = (message != null) ? message : message(json);
		return create(code, new ServiceError(operation, status, (modelled != null) ? code : name, text,
				(response != null) ? response.requestId() : null, true, integer(json, STATUS), text(json, MESSAGE),
				text(json, RESOURCE), start(payload), (response != null) ? response.attempts() : 1));
	}

	private static BedrockRuntimeServiceException create(@Nullable String code, ServiceError error) {
		Modelled modelled = (code != null) ? MODELLED.get(code) : null;
		return (modelled != null) ? modelled.constructor().apply(error) : new BedrockRuntimeServiceException(error);
	}

	private static JsonNode read(byte[] body) {
		try {
			return BedrockRuntimeJson.mapper().readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private static @Nullable String name(@Nullable String value) {
		if (value == null) {
			return null;
		}
		int colon = value.indexOf(':');
		String name = (colon >= 0) ? value.substring(0, colon) : value;
		name = name.substring(name.indexOf('#') + 1).strip();
		return name.isEmpty() ? null : name;
	}

	private static @Nullable String message(JsonNode json) {
		for (String member : new String[] { "message", "Message", "errorMessage" }) {
			String message = text(json, member);
			if (message != null) {
				return message;
			}
		}
		return null;
	}

	private static @Nullable String text(JsonNode json, String member) {
		JsonNode value = json.get(member);
		return (value != null && value.isString()) ? value.stringValue() : null;
	}

	private static @Nullable Integer integer(JsonNode json, String member) {
		JsonNode value = json.get(member);
		return (value != null && value.canConvertToInt()) ? value.intValue() : null;
	}

	private static @Nullable String start(byte[] body) {
		return (body.length > 0) ? new String(body, 0, Math.min(body.length, KEPT_BODY_LENGTH), StandardCharsets.UTF_8)
				: null;
	}

	private static Map.Entry<String, Modelled> modelled(String name, int status,
			Function<ServiceError, BedrockRuntimeServiceException> constructor) {
		return Map.entry(name, new Modelled(status, constructor));
	}

	private record Modelled(int status, Function<ServiceError, BedrockRuntimeServiceException> constructor) {
	}

}
