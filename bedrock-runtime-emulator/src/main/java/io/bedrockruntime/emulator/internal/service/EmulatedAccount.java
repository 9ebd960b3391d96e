package io.bedrockruntime.emulator.internal.service;

/**
 * AWS account of the emulator's ARNs.
 */
public final class EmulatedAccount {

	public static final String ID = "123456789012";

	private EmulatedAccount() {
	}

}
