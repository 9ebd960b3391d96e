package io.bedrockruntime.emulator.internal.service;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thrown when the service would respond with an error, in AWS's form.
 */
public final class ServiceErrorException extends RuntimeException {

	/**
	 * Address that AWS's front end appends to the code; the operations behind it do not.
	 */
	private static final String FRONT_END = ":http://internal.amazon.com/coral/com.amazon.coral.service/";

	private final int status;

	private final String errorType;

	private final ObjectNode body;

	private ServiceErrorException(int status, String errorType, ObjectNode body, String message) {
		super(message, null, false, false);
		this.status = status;
		this.errorType = errorType;
		this.body = body;
	}

	public static ServiceErrorException validation(String message) {
		return modelled(400, "ValidationException", message);
	}

	/** Return the service's error for a body that the model does not accept. */
	public static ServiceErrorException malformed(String what) {
		return validation("Malformed input request: " + what + ", please reformat your input and try again.");
	}

	public static ServiceErrorException modelled(int status, String code, String message) {
		return new ServiceErrorException(status, code, Json.object().put("message", message), code);
	}

	public static ServiceErrorException frontEnd(int status, String code, String message) {
		return new ServiceErrorException(status, code + FRONT_END, Json.object().put("message", message), code);
	}

	public static ServiceErrorException apiKey() {
		ObjectNode body = Json.object()
			.put("Message", "Authentication failed: Please make sure your API Key is valid.");
		return new ServiceErrorException(403, "AccessDeniedException", body, "AccessDeniedException");
	}

	public static ServiceErrorException unknownOperation() {
		ObjectNode output = Json.object().put("__type", "com.amazon.coral.service#UnknownOperationException");
		ObjectNode body = Json.object();
		body.set("Output", output);
		body.put("Version", "1.0");
		return new ServiceErrorException(404, "UnknownOperationException" + FRONT_END, body,
				"UnknownOperationException");
	}

	public int status() {
		return this.status;
	}

	public ObjectNode body() {
		return this.body;
	}

	public String errorType() {
		return this.errorType;
	}

}
