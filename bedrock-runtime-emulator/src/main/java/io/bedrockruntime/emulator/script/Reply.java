package io.bedrockruntime.emulator.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * Scripted response instead of the emulated model's. A request with a scripted reply is
 * authenticated but not validated, so that a test may send members that the service model
 * does not know yet.
 *
 * @since 0.1.0
 */
public sealed interface Reply {

	/**
	 * Text in the form of the called operation, streamed by a streaming operation.
	 *
	 * @param text the model's text
	 */
	record Text(String text) implements Reply {

		@Override
		public String toString() {
			return "Text[" + this.text.length() + " characters]";
		}

	}

	/**
	 * The use of a tool in the form of the called operation.
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
	 * The JSON of a complete response: sent verbatim by an operation with a JSON
	 * response, split into events by ConverseStream, sent as one chunk by
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
	 * The messages of an event stream, sent unchanged.
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
	 * The response of InvokeModelWithBidirectionalStream, in parts that wait for input
	 * events. It ends after the last part, or at the end of the input.
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
		 * Return a response of parts.
		 * @param parts the parts in order
		 * @return the response
		 */
		public static Session of(SessionPart... parts) {
			return new Session(List.of(parts));
		}

	}

	/**
	 * A part of a scripted session.
	 *
	 * @param afterInputs the number of input events to wait for
	 * @param messages the messages to send then, unchanged
	 */
	record SessionPart(int afterInputs, List<EventStreamMessage> messages) {

		/**
		 * Copy the messages.
		 * @param afterInputs the number of input events to wait for
		 * @param messages the messages to send then
		 */
		public SessionPart {
			messages = List.copyOf(messages);
		}

		/**
		 * Return a part in which each message is a chunk with text.
		 * @param afterInputs the number of input events to wait for
		 * @param contents the contents of the chunks, for example events of a speech
		 * model as JSON
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
	 * An asynchronous invocation that is accepted if it is valid, but fails at its end.
	 *
	 * @param message the failure message
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
	 * @param message the error message
	 * @param placement the position of the code
	 * @param headers additional headers, for example a retry hint
	 */
	record Error(int status, String code, String message, Placement placement, List<Header> headers) implements Reply {

		/**
		 * Copy the headers.
		 * @param status the HTTP status
		 * @param code the error code
		 * @param message the error message
		 * @param placement the position of the code
		 * @param headers additional headers
		 */
		public Error {
			headers = List.copyOf(headers);
		}

		/**
		 * Create an error with its code in the header.
		 * @param status the HTTP status
		 * @param code the error code
		 * @param message the error message
		 */
		public Error(int status, String code, String message) {
			this(status, code, message, Placement.HEADER, List.of());
		}

	}

	/**
	 * Arbitrary bytes.
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
		 * Return an HTML page as from a proxy when the service is unavailable.
		 * @param status the HTTP status
		 * @return an HTML response
		 */
		public static Raw html(int status) {
			String page = "<html><head><title>" + status + "</title></head><body><h1>" + status
					+ "</h1></body></html>\n";
			return new Raw(status, List.of(new Header("Content-Type", "text/html")),
					page.getBytes(StandardCharsets.UTF_8));
		}

		/**
		 * Return a redirect.
		 * @param status the HTTP status, for example 307
		 * @param location the address to go to
		 * @return a response without a body
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
	 * Position of an error's code in the response.
	 */
	enum Placement {

		/** The header {@code x-amzn-ErrorType}. */
		HEADER,

		/** The member {@code __type} of the body. */
		TYPE_MEMBER,

		/** The member {@code code} of the body. */
		CODE_MEMBER,

		/** No code; only the status reports the error. */
		NOWHERE

	}

}
