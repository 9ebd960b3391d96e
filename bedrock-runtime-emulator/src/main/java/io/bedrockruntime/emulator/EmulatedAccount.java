package io.bedrockruntime.emulator;

/**
 * The AWS account that the emulator's ARNs belong to.
 */
final class EmulatedAccount {

	static final String ID = "123456789012";

	private EmulatedAccount() {
	}

}
