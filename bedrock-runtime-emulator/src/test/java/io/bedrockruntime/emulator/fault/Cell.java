package io.bedrockruntime.emulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to make a call.
 *
 * @param operation what is called
 * @param face through which interface
 * @param protocol over which version of HTTP
 */
record Cell(Operation operation, Face face, Protocol protocol) {

	static Stream<Cell> all() {
		List<Cell> cells = new ArrayList<>();
		for (Protocol protocol : Protocol.values()) {
			for (Operation operation : Operation.values()) {
				for (Face face : Face.values()) {
					cells.add(new Cell(operation, face, protocol));
				}
			}
		}
		return cells.stream();
	}

	boolean isStream() {
		return this.operation == Operation.CONVERSE_STREAM
				|| this.operation == Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM;
	}

	boolean isHttp2() {
		return this.protocol == Protocol.HTTP2;
	}

	@Override
	public String toString() {
		return this.operation.awsName + " " + this.face + " " + this.protocol;
	}

	enum Operation {

		CONVERSE("Converse"), INVOKE_MODEL("InvokeModel"), CONVERSE_STREAM("ConverseStream"),
		INVOKE_MODEL_WITH_RESPONSE_STREAM("InvokeModelWithResponseStream");

		final String awsName;

		Operation(String awsName) {
			this.awsName = awsName;
		}

	}

	enum Face {

		REACTIVE, BLOCKING

	}

	enum Protocol {

		HTTP11, HTTP2

	}

}
