package io.bedrockruntime.test;

import java.util.List;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.ScriptEntry;

/**
 * Reset of an emulator to its initial state.
 */
final class EmulatorReset {

	private final BedrockRuntimeEmulator emulator;

	private final List<ScriptEntry> script;

	EmulatorReset(BedrockRuntimeEmulator emulator) {
		this.emulator = emulator;
		this.script = emulator.script().entries();
	}

	void reset() {
		this.emulator.reset();
		this.script.forEach(this.emulator.script()::add);
	}

}
