package io.bedrockruntime.emulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Combination of operation, client interface and protocol.
 *
 * @param operation the operation
 * @param view the client interface
 * @param protocol the version of HTTP
 */
record Cell(Operation operation, View view, Protocol protocol) {

	static Stream<Cell> all() {
		List<Cell> cells = new ArrayList<>();
		for (Protocol protocol : Protocol.values()) {
			for (Operation operation : Operation.values()) {
				for (View view : View.values()) {
					cells.add(new Cell(operation, view, protocol));
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
		return this.operation.awsName + " " + this.view + " " + this.protocol;
	}

	enum Operation {

		CONVERSE("Converse"), INVOKE_MODEL("InvokeModel"), CONVERSE_STREAM("ConverseStream"),
		INVOKE_MODEL_WITH_RESPONSE_STREAM("InvokeModelWithResponseStream");

		final String awsName;

		Operation(String awsName) {
			this.awsName = awsName;
		}

	}

	enum View {

		REACTIVE, BLOCKING

	}

	enum Protocol {

		HTTP11, HTTP2

	}

}
