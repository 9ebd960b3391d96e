package io.bedrockruntime.emulator.record;

import java.util.List;

import io.bedrockruntime.emulator.internal.service.Routes;
import org.jspecify.annotations.Nullable;

/**
 * Request as received by the emulator.
 *
 * @param method the HTTP method
 * @param rawPath the path as sent, including percent-encoding
 * @param rawQuery the query as sent, or null when there was none
 * @param headers the headers in the order received
 * @param body the bytes of the body; empty for a stream of events
 * @param receivedEvents the events of InvokeModelWithBidirectionalStream; empty for other
 * operations
 * @since 0.1.0
 */
public record RecordedRequest(String method, String rawPath, @Nullable String rawQuery, List<Header> headers,
		byte[] body, ReceivedEvents receivedEvents) {

	/**
	 * Copy the headers; the body is not copied.
	 * @param method the HTTP method
	 * @param rawPath the path on the wire
	 * @param rawQuery the query on the wire
	 * @param headers the headers
	 * @param body the bytes of the body
	 * @param receivedEvents the events of a body that is a stream of them
	 */
	public RecordedRequest {
		headers = List.copyOf(headers);
	}

	/**
	 * Return the operation of the request.
	 * @return AWS's name of the operation, for example {@code ConverseStream}, or null
	 * when no operation matches
	 * @since 0.1.0
	 */
	public @Nullable String operation() {
		Routes.Match match = Routes.all().match(this.method, this.rawPath);
		return (match != null) ? match.operation().name() : null;
	}

	/**
	 * Return the model, inference profile or prompt of the request.
	 * @return the decoded identifier, or null when there is none in the path
	 * @since 0.1.0
	 */
	public @Nullable String modelId() {
		Routes.Match match = Routes.all().match(this.method, this.rawPath);
		return (match != null) ? match.labels().get("modelId") : null;
	}

	/**
	 * Return the first value of a header.
	 * @param name the name, in any case
	 * @return the value, or null when the request does not have the header
	 */
	public @Nullable String header(String name) {
		for (Header header : this.headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return header.value();
			}
		}
		return null;
	}

	/**
	 * Return all values of a header in the order received.
	 * @param name the name, in any case
	 * @return the values
	 */
	public List<String> headerValues(String name) {
		return this.headers.stream()
			.filter((header) -> header.name().equalsIgnoreCase(name))
			.map(Header::value)
			.toList();
	}

	@Override
	public String toString() {
		return "RecordedRequest[" + this.method + " " + this.rawPath + ", " + this.body.length + " bytes]";
	}

}
