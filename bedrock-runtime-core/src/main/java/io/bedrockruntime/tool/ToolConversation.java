package io.bedrockruntime.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;

import org.springframework.util.Assert;

/**
 * State of a conversation with tools.
 *
 * @param <R> the type of request
 */
final class ToolConversation<R> {

	private final Function<R, ConverseRequest> withoutStream;

	private final int maxTurns;

	private final List<ConverseResponse> responses = new ArrayList<>();

	private R request;

	ToolConversation(R request, Function<R, ConverseRequest> withoutStream, int maxTurns) {
		Assert.isTrue(maxTurns > 0, "'maxTurns' must be positive");
		this.request = request;
		this.withoutStream = withoutStream;
		this.maxTurns = maxTurns;
	}

	R request() {
		return this.request;
	}

	boolean hasStarted() {
		return !this.responses.isEmpty();
	}

	ConverseResponse response() {
		return this.responses.get(this.responses.size() - 1);
	}

	/**
	 * Return the last response if another turn is allowed.
	 */
	ConverseResponse requireTurnLeft() {
		if (this.responses.size() >= this.maxTurns) {
			throw new ToolTurnsExceededException(turns());
		}
		return response();
	}

	void advance(R next) {
		this.request = next;
	}

	void add(ConverseResponse response) {
		this.responses.add(response);
	}

	ToolTurns turns() {
		return new ToolTurns(this.withoutStream.apply(this.request), this.responses);
	}

}
