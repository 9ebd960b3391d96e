package io.bedrockruntime.emulator.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * What a scripted entry answers in place of the emulated model. A request that meets a
 * reply is authenticated but not validated, so that a test may send what the contract
 * does not know yet.
 */
public sealed interface Reply {

	/**
	 * Text in the form of whichever operation asks, streamed when it is a stream.
	 *
	 * @param text what the model says
	 */
	record Text(String text) implements Reply {

		@Override
		public String toString() {
			return "Text[" + this.text.length() + " characters]";
		}

	}

	/**
	 * The use of a tool in the form of whichever operation asks.
	 *
	 * @param name the tool's name
	 * @param input the tool's input as JSON
	 */
	record ToolUse(String name, String input) implements Reply {

		@Override
		public String toString() {
			return "ToolUse[" + this.name + "]";
		}

	}

	/**
	 * The JSON of a whole response: verbatim from an operation that answers with JSON,
	 * taken apart into events by ConverseStream, one chunk of
	 * InvokeModelWithResponseStream.
	 *
	 * @param json the response
	 */
	record Json(String json) implements Reply {

		@Override
		public String toString() {
			return "Json[" + this.json.length() + " characters]";
		}

	}

	/**
	 * The messages of an event stream, as they are.
	 *
	 * @param messages the messages in order
	 */
	record Events(List<EventStreamMessage> messages) implements Reply {

		/**
		 * Copy the messages.
		 * @param messages the messages in order
		 */
		public Events {
			messages = List.copyOf(messages);
		}

		@Override
		public String toString() {
			return "Events[" + this.messages.size() + "]";
		}

	}

	/**
	 * The answer of InvokeModelWithBidirectionalStream, in parts that wait for what comes
	 * in. It ends after the last part, or when no more comes in.
	 *
	 * @param parts the parts in order
	 */
	record Session(List<SessionPart> parts) implements Reply {

		/**
		 * Copy the parts.
		 * @param parts the parts in order
		 */
		public Session {
			parts = List.copyOf(parts);
		}

		/**
		 * Return an answer of some parts.
		 * @param parts the parts in order
		 * @return the answer
		 */
		public static Session of(SessionPart... parts) {
			return new Session(List.of(parts));
		}

	}

	/**
	 * A part of a scripted session.
	 *
	 * @param afterInputs how many events must have come in before
	 * @param messages the messages that are sent then, as they are
	 */
	record SessionPart(int afterInputs, List<EventStreamMessage> messages) {

		/**
		 * Copy the messages.
		 * @param afterInputs how many events must have come in before
		 * @param messages the messages that are sent then
		 */
		public SessionPart {
			messages = List.copyOf(messages);
		}

		/**
		 * Return a part of which each message is a chunk with some text.
		 * @param afterInputs how many events must have come in before
		 * @param contents what the chunks carry, for example events of a speech model as
		 * JSON
		 * @return the part
		 */
		public static SessionPart chunks(int afterInputs, String... contents) {
			return new SessionPart(afterInputs,
					Arrays.stream(contents)
						.map((content) -> EventStreamMessage.event("chunk",
								io.bedrockruntime.emulator.internal.support.Json
									.bytes(io.bedrockruntime.emulator.internal.support.Json.object()
										.put("bytes", content.getBytes(StandardCharsets.UTF_8)))))
						.toList());
		}

		@Override
		public String toString() {
			return "SessionPart[" + this.afterInputs + ", " + this.messages.size() + "]";
		}

	}

	/**
	 * An asynchronous invocation that is accepted when it is valid, but fails when its
	 * time is over.
	 *
	 * @param message what the service says of the failure
	 */
	record AsyncFailure(String message) implements Reply {

		@Override
		public String toString() {
			return "AsyncFailure[" + this.message.length() + " characters]";
		}

	}

	/**
	 * An error in one of the forms that AWS uses.
	 *
	 * @param status the HTTP status
	 * @param code the error code, for example {@code ThrottlingException}
	 * @param message what the service says
	 * @param placement where the code stands
	 * @param headers more headers, for example a retry hint
	 */
	record Error(int status, String code, String message, Placement placement, List<Header> headers) implements Reply {

		/**
		 * Copy the headers.
		 * @param status the HTTP status
		 * @param code the error code
		 * @param message what the service says
		 * @param placement where the code stands
		 * @param headers more headers
		 */
		public Error {
			headers = List.copyOf(headers);
		}

		/**
		 * Create an error whose code stands in the header.
		 * @param status the HTTP status
		 * @param code the error code
		 * @param message what the service says
		 */
		public Error(int status, String code, String message) {
			this(status, code, message, Placement.HEADER, List.of());
		}

	}

	/**
	 * Any bytes at all.
	 *
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body
	 */
	record Raw(int status, List<Header> headers, byte[] body) implements Reply {

		/**
		 * Copy the headers.
		 * @param status the HTTP status
		 * @param headers the headers
		 * @param body the body
		 */
		public Raw {
			headers = List.copyOf(headers);
		}

		/**
		 * Return a page such as a proxy answers with when the service is not there.
		 * @param status the HTTP status
		 * @return an answer in HTML
		 */
		public static Raw html(int status) {
			String page = "<html><head><title>" + status + "</title></head><body><h1>" + status
					+ "</h1></body></html>\n";
			return new Raw(status, List.of(new Header("Content-Type", "text/html")),
					page.getBytes(StandardCharsets.UTF_8));
		}

		/**
		 * Return an answer that sends the client elsewhere.
		 * @param status the HTTP status, for example 307
		 * @param location the address to go to
		 * @return an answer without a body
		 */
		public static Raw redirect(int status, String location) {
			return new Raw(status, List.of(new Header("Location", location)), new byte[0]);
		}

		@Override
		public String toString() {
			return "Raw[" + this.status + ", " + this.body.length + " bytes]";
		}

	}

	/**
	 * Where an error's code stands.
	 */
	enum Placement {

		/** The header {@code x-amzn-ErrorType}. */
		HEADER,

		/** The member {@code __type} of the body. */
		TYPE_MEMBER,

		/** The member {@code code} of the body. */
		CODE_MEMBER,

		/** Nowhere: only the status tells. */
		NOWHERE

	}

}
