package io.bedrockruntime.internal.event;

import java.util.Map;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.internal.eventstream.EventStreamReader;
import io.bedrockruntime.internal.exception.ServiceExceptionTranslator;
import io.bedrockruntime.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the service's events, which distinguishes events from exceptions and errors.
 * Events of one kind always have the same headers, so the headers are parsed once and
 * compared from then on.
 *
 * @param <T> the type of event
 */
public abstract class ServiceEventReader<T> implements EventStreamReader<T> {

	private static final int REMEMBERED = 8;

	/** Event that contains the response in RPC protocols, instead of HTTP headers. */
	private static final String INITIAL_RESPONSE = "initial-response";

	private final String operation;

	private final byte[][] blocks = new byte[REMEMBERED][];

	private final String[] types = new String[REMEMBERED];

	private int remembered;

	private int latest;

	private @Nullable ResponseMetadata metadata;

	private @Nullable Runnable beforeFirst;

	ServiceEventReader(String operation) {
		this.operation = operation;
	}

	/**
	 * Return the AWS name of the operation.
	 */
	final String operation() {
		return this.operation;
	}

	/**
	 * Record the HTTP response whose body is the stream.
	 * @param metadata the status and headers
	 * @param beforeFirst runs after the first event was read and before it is delivered
	 */
	public final void responded(ResponseMetadata metadata, Runnable beforeFirst) {
		this.metadata = metadata;
		this.beforeFirst = beforeFirst;
	}

	@Override
	public final @Nullable T read(EventStreamFrame frame) {
		String type = eventType(frame);
		if (type.equals(INITIAL_RESPONSE)) {
			return null;
		}
		T event = read(type, frame);
		Runnable beforeFirst = this.beforeFirst;
		if (beforeFirst != null) {
			this.beforeFirst = null;
			beforeFirst.run();
		}
		return event;
	}

	/**
	 * Read an event.
	 * @param type the name of the union's member
	 * @param frame the message
	 * @return the event
	 */
	abstract T read(String type, EventStreamFrame frame);

	private String eventType(EventStreamFrame frame) {
		if (this.remembered > 0 && frame.hasHeaderBlock(this.blocks[this.latest])) {
			return this.types[this.latest];
		}
		for (int i = 0; i < this.remembered; i++) {
			if (frame.hasHeaderBlock(this.blocks[i])) {
				this.latest = i;
				return this.types[i];
			}
		}
		// The same instance as the constant that it is compared with for each event.
		String type = parseEventType(frame).intern();
		if (this.remembered < REMEMBERED) {
			this.latest = this.remembered++;
			this.blocks[this.latest] = frame.headerBlock();
			this.types[this.latest] = type;
		}
		return type;
	}

	private String parseEventType(EventStreamFrame frame) {
		Map<String, HeaderValue> headers = frame.headers();
		String messageType = string(headers, EventStreamMessage.MESSAGE_TYPE);
		if ("exception".equals(messageType)) {
			throw error(string(headers, EventStreamMessage.EXCEPTION_TYPE), null, frame);
		}
		if ("error".equals(messageType)) {
			throw error(string(headers, EventStreamMessage.ERROR_CODE),
					string(headers, EventStreamMessage.ERROR_MESSAGE), frame);
		}
		String type = string(headers, EventStreamMessage.EVENT_TYPE);
		if (!"event".equals(messageType) || type == null) {
			throw new MalformedMessageException("Event-stream message is not an event, exception or error", null);
		}
		return type;
	}

	private BedrockRuntimeServiceException error(@Nullable String type, @Nullable String message,
			EventStreamFrame frame) {
		return ServiceExceptionTranslator.ofMessage(this.operation, this.metadata, type, message,
				frame.toMessage().payload());
	}

	private static @Nullable String string(Map<String, HeaderValue> headers, String name) {
		return (headers.get(name) instanceof StringValue string) ? string.value() : null;
	}

}
