package io.bedrockruntime.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.bedrockruntime.emulator.script.ScriptEntryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BedrockRuntimeEmulatorApplicationTests {

	@Test
	void whenOptionsHaveEntriesThenTheyAreScriptedAndPrinted(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("script.txt"), "html=503 x2\n");
		String[] args = { "--port", "0", "--fault", "ConverseStream: reset-after-events=3 x2", "--script",
				file.toString(), "--clock-offset", "-600" };
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulatorApplication.start(args, System.err)) {
			assertThat(emulator.script().entries()).hasSize(2);
			assertThat(BedrockRuntimeEmulatorApplication.greeting(emulator))
				.contains("\nScripted:\n  ConverseStream: reset-after-events=3,internal_error x2\n  raw=503,");
		}
	}

	@Test
	void whenEntryComesFromTheCommandLineAndIsWrongThenNothingStarts() {
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		assertThat(BedrockRuntimeEmulatorApplication.start(new String[] { "--port", "0", "--fault", "rest-after=1" },
				new PrintStream(errors, true, StandardCharsets.UTF_8)))
			.isNull();
		assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("There is no fault or reply 'rest-after'")
			.contains("  reset-after-events=EVENTS")
			.contains("--fault ENTRY");
		assertThat(Arrays.asList(ScriptEntryParser.grammar().split("\n"))).doesNotHaveDuplicates();
	}

}
