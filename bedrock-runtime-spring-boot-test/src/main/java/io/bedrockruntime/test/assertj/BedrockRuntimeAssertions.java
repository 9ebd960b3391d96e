package io.bedrockruntime.test.assertj;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.RecordedRequest;

/**
 * Entry point to the assertions. Its methods may be imported statically beside those of
 * AssertJ. What fails shows what was asked: use data that may be seen.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeAssertions {

	private BedrockRuntimeAssertions() {
	}

	/**
	 * Create assertions on what an emulator has received.
	 * @param emulator the emulator
	 * @return the assertions
	 */
	public static BedrockRuntimeEmulatorAssert assertThat(BedrockRuntimeEmulator emulator) {
		return new BedrockRuntimeEmulatorAssert(emulator);
	}

	/**
	 * Create assertions on one received call.
	 * @param call the call
	 * @return the assertions
	 */
	public static ReceivedCallAssert assertThat(RecordedRequest call) {
		return new ReceivedCallAssert(call);
	}

}
