package io.bedrockruntime.emulator.internal.server;

import java.time.Duration;

import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.record.CompletedCall;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Creates the log entry of a call from its request and response.
 */
final class CompletedCalls {

	private static final int LONGEST_NAME = 300;

	private CompletedCalls() {
	}

	static CompletedCall of(RecordedRequest request, WireResponse response, CompletedCall.Outcome outcome,
			Duration duration) {
		String operation = request.operation();
		String modelId = request.modelId();
		TokenCounts tokens = TokenCounts.of(response);
		return new CompletedCall(
				(operation != null) ? operation : printable(request.method() + " " + request.rawPath()),
				(modelId != null) ? printable(modelId) : null, response.status(), errorCode(response), outcome,
				duration, tokens.input(), tokens.output());
	}

	/** The service appends a link to some of its codes. */
	private static @Nullable String errorCode(WireResponse response) {
		String code = response.header("x-amzn-ErrorType");
		return (code != null && code.indexOf(':') > 0) ? code.substring(0, code.indexOf(':')) : code;
	}

	/**
	 * Replace control characters, so that a client cannot add lines to a log or move the
	 * cursor of a terminal.
	 */
	private static String printable(String name) {
		String printable = name.replaceAll("\\p{C}", "?");
		return (printable.length() <= LONGEST_NAME) ? printable : printable.substring(0, LONGEST_NAME) + "...";
	}

}
