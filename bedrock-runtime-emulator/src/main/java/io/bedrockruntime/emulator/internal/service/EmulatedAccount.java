package io.bedrockruntime.emulator.internal.service;

/**
 * The AWS account that the emulator's ARNs belong to.
 */
public final class EmulatedAccount {

	public static final String ID = "123456789012";

	private EmulatedAccount() {
	}

}
