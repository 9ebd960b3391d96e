package io.bedrockruntime.test.assertj;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.RecordedRequest;

/**
 * Entry point to the assertions. Its methods can be imported statically together with
 * AssertJ's. Failure messages contain content of requests, so do not use confidential
 * data in tests.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeAssertions {

	private BedrockRuntimeAssertions() {
	}

	/**
	 * Create assertions on the calls that an emulator has received.
	 * @param emulator the emulator
	 * @return the assertions
	 */
	public static BedrockRuntimeEmulatorAssert assertThat(BedrockRuntimeEmulator emulator) {
		return new BedrockRuntimeEmulatorAssert(emulator);
	}

	/**
	 * Create assertions on a received call.
	 * @param call the call
	 * @return the assertions
	 */
	public static ReceivedCallAssert assertThat(RecordedRequest call) {
		return new ReceivedCallAssert(call);
	}

}
