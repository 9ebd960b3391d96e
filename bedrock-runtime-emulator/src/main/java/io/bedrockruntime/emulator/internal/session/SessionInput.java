package io.bedrockruntime.emulator.internal.session;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

import io.bedrockruntime.emulator.internal.auth.ChunkSignatures;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.EventStreamException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * Reader of a session's input, from bytes to the session: frames, signatures, the inner
 * events and their content. The first error ends the response with an exception.
 */
public final class SessionInput {

	/** Maximum number of bytes that AWS accepts in one event. */
	private static final int LARGEST_CONTENT = 1_000_000;

	/** Limits that leave room for the content in base64 and its envelope. */
	private static final EventStreamLimits LIMITS = EventStreamLimits.defaults().withMaxPayloadLength(2 * 1024 * 1024);

	private final EventStreamDecoder decoder = new EventStreamDecoder(LIMITS);

	private final ChunkSignatures signatures;

	private final RequestValidator validator;

	private final EventListener listener;

	private final BidirectionalSession session;

	private final SessionOutput output;

	private boolean ended;

	public SessionInput(ChunkSignatures signatures, RequestValidator validator, EventListener listener,
			BidirectionalSession session, SessionOutput output) {
		this.signatures = signatures;
		this.validator = validator;
		this.listener = listener;
		this.session = session;
		this.output = output;
	}

	/** Return the steps for each part of the request's body and for its end. */
	public Flux<WireStep> steps(Flux<byte[]> parts) {
		return Flux.concat(Flux.defer(() -> Flux.fromIterable(begin())), parts.concatMapIterable(this::read, 1),
				Flux.defer(() -> Flux.fromIterable(inputEnded())));
	}

	private List<WireStep> begin() {
		this.session.begin(this.output);
		return this.output.take();
	}

	private List<WireStep> read(byte[] part) {
		ByteBuffer buffer = ByteBuffer.wrap(part);
		try {
			while (!this.output.isOver()) {
				EventStreamFrame frame = this.decoder.next(buffer);
				if (frame == null) {
					break;
				}
				receive(frame.toMessage());
			}
		}
		catch (EventStreamException ex) {
			this.output.fail(unreadable(ex));
		}
		catch (ServiceErrorException error) {
			this.output.fail(error);
		}
		return this.output.take();
	}

	private List<WireStep> inputEnded() {
		if (!this.output.isOver()) {
			try {
				this.session.inputEnded(this.output);
				this.decoder.endOfInput();
				if (!this.ended) {
					throw ServiceErrorException
						.validation("The request's events ended without the signed final message.");
				}
			}
			catch (EventStreamException ex) {
				this.output.fail(unreadable(ex));
			}
			catch (ServiceErrorException error) {
				this.output.fail(error);
			}
			this.output.end();
		}
		return this.output.take();
	}

	private void receive(EventStreamMessage outer) {
		if (this.ended) {
			throw ServiceErrorException.validation("The request's events continue after their final message.");
		}
		this.signatures.verify(outer);
		if (outer.payload().length == 0) {
			this.ended = true;
			this.listener.ended();
			return;
		}
		EventStreamMessage event = inner(outer.payload());
		this.listener.received(event);
		this.session.accept(content(event), this.output);
	}

	private static EventStreamMessage inner(byte[] payload) {
		EventStreamDecoder inner = new EventStreamDecoder(LIMITS);
		ByteBuffer buffer = ByteBuffer.wrap(payload);
		@Nullable EventStreamFrame frame = inner.next(buffer);
		if (frame == null || buffer.hasRemaining()) {
			throw ServiceErrorException.validation("A signed message of the request is not exactly one event.");
		}
		return frame.toMessage();
	}

	private byte[] content(EventStreamMessage event) {
		if (!"event".equals(event.header(EventStreamMessage.MESSAGE_TYPE))) {
			throw ServiceErrorException.validation("A message of the request is not an event.");
		}
		if (!"chunk".equals(event.header(EventStreamMessage.EVENT_TYPE))) {
			throw ServiceErrorException.validation("An event of the request has an unknown type.");
		}
		JsonNode part = this.validator.validate("BidirectionalInputPayloadPart", event.payload());
		if (!part.path("bytes").isString()) {
			throw violation("must not be null");
		}
		// Like the validator, accept base64 without padding.
		byte[] content = Base64.getDecoder().decode(part.path("bytes").asString(""));
		if (content.length > LARGEST_CONTENT) {
			throw violation("must have length less than or equal to " + LARGEST_CONTENT);
		}
		return content;
	}

	private static ServiceErrorException violation(String constraint) {
		return ServiceErrorException
			.validation("1 validation error detected: Value at 'body.chunk.bytes' failed to satisfy constraint: Member "
					+ constraint);
	}

	private static ServiceErrorException unreadable(EventStreamException failure) {
		return ServiceErrorException.validation("The request's events could not be read: " + failure.getMessage());
	}

	/**
	 * Listener that is notified of each received event.
	 */
	public interface EventListener {

		void received(EventStreamMessage event);

		void ended();

	}

}
