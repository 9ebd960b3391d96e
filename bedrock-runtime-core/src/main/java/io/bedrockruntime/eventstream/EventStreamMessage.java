package io.bedrockruntime.eventstream;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.eventstream.HeaderValue.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * One message of an event stream: headers and a payload. The string representation
 * contains the headers but not the payload.
 *
 * @param headers the headers by name, in wire order
 * @param payload the payload, not copied: treat it as read-only
 * @since 0.1.0
 */
public record EventStreamMessage(Map<String, HeaderValue> headers, byte[] payload) {

	/**
	 * Name of the header that distinguishes events, exceptions and errors.
	 */
	public static final String MESSAGE_TYPE = ":message-type";

	/**
	 * Name of the header that holds the member name of an event.
	 */
	public static final String EVENT_TYPE = ":event-type";

	/**
	 * Name of the header that holds the member name of an exception.
	 */
	public static final String EXCEPTION_TYPE = ":exception-type";

	/**
	 * Name of the header that holds the payload's media type.
	 */
	public static final String CONTENT_TYPE = ":content-type";

	/**
	 * Name of the header that holds the code of an error.
	 */
	public static final String ERROR_CODE = ":error-code";

	/**
	 * Name of the header that holds the text of an error.
	 */
	public static final String ERROR_MESSAGE = ":error-message";

	/**
	 * Create a message.
	 * @param headers the headers by name, in wire order
	 * @param payload the payload, not copied
	 */
	public EventStreamMessage {
		headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
	}

	/**
	 * Create an event with a JSON payload.
	 * @param eventType the name of the union's member
	 * @param json the payload
	 * @return the message
	 */
	public static EventStreamMessage event(String eventType, byte[] json) {
		return of(json, EVENT_TYPE, eventType, CONTENT_TYPE, "application/json", MESSAGE_TYPE, "event");
	}

	/**
	 * Create an exception with a JSON payload.
	 * @param exceptionType the name of the union's member
	 * @param json the payload
	 * @return the message
	 */
	public static EventStreamMessage exception(String exceptionType, byte[] json) {
		return of(json, EXCEPTION_TYPE, exceptionType, CONTENT_TYPE, "application/json", MESSAGE_TYPE, "exception");
	}

	/**
	 * Create an error that the service's model does not define. It has no payload.
	 * @param code the code
	 * @param message the text
	 * @return the message
	 */
	public static EventStreamMessage error(String code, String message) {
		return of(new byte[0], ERROR_CODE, code, ERROR_MESSAGE, message, MESSAGE_TYPE, "error");
	}

	private static EventStreamMessage of(byte[] payload, String... headers) {
		Map<String, HeaderValue> values = new LinkedHashMap<>();
		for (int i = 0; i < headers.length; i += 2) {
			values.put(headers[i], new StringValue(headers[i + 1]));
		}
		return new EventStreamMessage(values, payload);
	}

	/**
	 * Return the value of a string header.
	 * @param name the name of the header
	 * @return the value, or {@code null} if the header does not exist or has another type
	 */
	public @Nullable String header(String name) {
		return (this.headers.get(name) instanceof StringValue string) ? string.value() : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof EventStreamMessage that && this.headers.equals(that.headers)
				&& Arrays.equals(this.payload, that.payload);
	}

	@Override
	public int hashCode() {
		return 31 * this.headers.hashCode() + Arrays.hashCode(this.payload);
	}

	@Override
	public String toString() {
		return "EventStreamMessage[headers=" + this.headers + ", payload=(" + this.payload.length + " bytes)]";
	}

}
