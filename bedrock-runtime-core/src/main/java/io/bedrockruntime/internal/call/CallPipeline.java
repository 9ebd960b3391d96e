package io.bedrockruntime.internal.call;

import java.util.List;

/**
 * Life of a call, as the list of its stages. Each stage wraps those below it, so a
 * response or an error passes them from the last to the first.
 */
final class CallPipeline {

	private CallPipeline() {
	}

	/**
	 * Return the stages of the calls of a client.
	 * @param client the shared state of the client
	 * @param timeouts resolves the timeouts of each call
	 */
	static CallChain of(ClientContext client, TimeoutResolver timeouts) {
		return CallChain.of(List.of(
				// records how the call ended
				new OutcomeStage(client.outcomes()),
				// starts and stops the observation, writes the log line
				new ObservationStage(client.instrumentation(), client.targets()),
				// adds request metadata, resolves timeouts
				new PreparationStage(client.metadata(), timeouts),
				// chooses the target, and the next one when a target fails
				new FailoverStage(client.targets(), client.retryPolicy()),
				// makes attempts at one target within the call timeout
				new RetryStage(),
				// signs, sends and reads one attempt
				new AttemptStage(client)));
	}

}
