package io.bedrockruntime.test.assertj;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the calls that an emulator has received. Each attempt of a client counts
 * as a call.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeEmulatorAssert
		extends AbstractAssert<BedrockRuntimeEmulatorAssert, BedrockRuntimeEmulator> {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	BedrockRuntimeEmulatorAssert(BedrockRuntimeEmulator actual) {
		super(actual, BedrockRuntimeEmulatorAssert.class);
	}

	/**
	 * Verify that no call was received.
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert receivedNothing() {
		return received(0);
	}

	/**
	 * Verify the total number of received calls.
	 * @param number the expected number
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert received(int number) {
		List<RecordedRequest> calls = calls();
		if (calls.size() != number) {
			failWithMessage("Expected %d calls, but there were %d:%s", number, calls.size(), list(calls));
		}
		return this;
	}

	/**
	 * Verify that an operation was called.
	 * @param operation AWS's name of the operation, for example {@code ConverseStream}
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert received(String operation) {
		if (calls(operation).isEmpty()) {
			failWithMessage("Expected a call of %s, but there were:%s", operation, list(calls()));
		}
		return this;
	}

	/**
	 * Verify the number of calls of an operation.
	 * @param operation AWS's name of the operation, for example {@code ConverseStream}
	 * @param number the expected number
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert received(String operation, int number) {
		int found = calls(operation).size();
		if (found != number) {
			failWithMessage("Expected %d calls of %s, but there were %d:%s", number, operation, found, list(calls()));
		}
		return this;
	}

	/**
	 * Verify that at least one call meets the requirements.
	 * @param requirements assertions on a call
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert received(Consumer<ReceivedCallAssert> requirements) {
		List<RecordedRequest> calls = calls();
		if (calls.isEmpty()) {
			failWithMessage("Expected a call that meets the requirements, but there was none");
		}
		objectsOf(calls).anySatisfy((call) -> requirements.accept(new ReceivedCallAssert(call)));
		return this;
	}

	/**
	 * Verify that each call meets the requirements.
	 * @param requirements assertions on a call
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert allCalls(Consumer<ReceivedCallAssert> requirements) {
		objectsOf(calls()).allSatisfy((call) -> requirements.accept(new ReceivedCallAssert(call)));
		return this;
	}

	/**
	 * Verify that exactly one call was received, and return its assertions.
	 * @return assertions on the call
	 */
	public ReceivedCallAssert onlyCall() {
		received(1);
		return call(0);
	}

	/**
	 * Return assertions on the first call.
	 * @return assertions on the call
	 */
	public ReceivedCallAssert firstCall() {
		return call(0);
	}

	/**
	 * Return assertions on the last call.
	 * @return assertions on the call
	 */
	public ReceivedCallAssert lastCall() {
		return call(Math.max(0, calls().size() - 1));
	}

	/**
	 * Return assertions on a call.
	 * @param index the position of the call, counted from 0
	 * @return assertions on the call
	 */
	public ReceivedCallAssert call(int index) {
		List<RecordedRequest> calls = calls();
		if (index < 0 || index >= calls.size()) {
			failWithMessage("Expected a call at position %d, but there were %d:%s", index, calls.size(), list(calls));
		}
		return new ReceivedCallAssert(calls.get(index));
	}

	/**
	 * Verify that all entries of the script were used. An entry that applies to all calls
	 * counts as unused.
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert hasScriptUsedUp() {
		isNotNull();
		int left = this.actual.script().entries().size();
		if (left > 0) {
			failWithMessage("Expected all entries of the script to be used, but %d entries are left: %s", left,
					this.actual.script().entries());
		}
		return this;
	}

	/**
	 * Verify the number of calls that clients cancelled before the response was complete.
	 * Waits up to 20 seconds.
	 * @param number the expected number
	 * @return this assertion
	 */
	public BedrockRuntimeEmulatorAssert wasCancelled(int number) {
		isNotNull();
		try {
			this.actual.awaitCancellations(number, PATIENCE);
		}
		catch (IllegalStateException ex) {
			// The failure below reports it.
		}
		int found = this.actual.cancellations().size();
		if (found != number) {
			failWithMessage("Expected %d cancelled calls, but there were %d", number, found);
		}
		return this;
	}

	private static org.assertj.core.api.ListAssert<RecordedRequest> objectsOf(List<RecordedRequest> calls) {
		return org.assertj.core.api.Assertions.assertThat(calls).as("received calls");
	}

	private List<RecordedRequest> calls() {
		isNotNull();
		return this.actual.requests();
	}

	private List<RecordedRequest> calls(String operation) {
		return calls().stream().filter((call) -> operation.equals(call.operation())).toList();
	}

	private static String list(List<RecordedRequest> calls) {
		return calls.isEmpty() ? " none"
				: calls.stream()
					.map((call) -> new ReceivedCall(call).toString())
					.collect(Collectors.joining("\n  ", "\n  ", ""));
	}

}
