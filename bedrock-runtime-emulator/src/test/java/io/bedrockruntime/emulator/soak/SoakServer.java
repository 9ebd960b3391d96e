package io.bedrockruntime.emulator.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;

/**
 * Server process with an emulator for each scenario. On a line of input, it prints the
 * number of responses being sent; it exits at the end of its input.
 */
final class SoakServer {

	static final String MARK = "soak ";

	private static final int THROTTLED_AHEAD = 400;

	private final List<BedrockRuntimeEmulator> emulators = new ArrayList<>();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final Random random;

	private SoakServer(long seed, int tokensPerSecond) {
		this.random = new Random(seed);
		for (SoakScenario scenario : SoakScenario.values()) {
			BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(tokensPerSecond).start();
			this.emulators.add(emulator);
			if (scenario == SoakScenario.THROTTLED) {
				this.timer.scheduleAtFixedRate(() -> throttle(emulator), 0, 20, TimeUnit.MILLISECONDS);
			}
			else {
				scenario.script(seed).forEach(emulator.script()::add);
			}
			System.out.println(MARK + emulator.endpoint());
		}
	}

	public static void main(String[] args) throws IOException {
		SoakServer server = new SoakServer(Long.parseLong(args[0]), Integer.parseInt(args[1]));
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (input.readLine() != null) {
			System.out
				.println(MARK + server.emulators.stream().mapToInt(BedrockRuntimeEmulator::activeResponses).sum());
		}
		server.timer.shutdownNow();
		server.emulators.forEach(BedrockRuntimeEmulator::close);
	}

	/** Reject half of the requests. */
	private void throttle(BedrockRuntimeEmulator emulator) {
		for (int waiting = emulator.script().entries().size(); waiting < THROTTLED_AHEAD; waiting++) {
			emulator.script()
				.add(this.random.nextBoolean() ? ScriptEntry.of()
						: ScriptEntry.of(new Reply.Error(429, "ThrottlingException", "Please wait.")));
		}
	}

}
