package io.bedrockruntime.emulator.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The {@link SoakServer} as seen from the client's process.
 */
final class SoakServerProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	private final OutputStream input;

	private final Map<SoakScenario, URI> endpoints = new EnumMap<>(SoakScenario.class);

	SoakServerProcess(SoakSettings settings) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		this.process = new ProcessBuilder(
				List.of(java, "-Xmx512m", "-cp", System.getProperty("java.class.path"), SoakServer.class.getName(),
						Long.toString(settings.seed()), Integer.toString(settings.tokensPerSecond())))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		this.output = this.process.inputReader(StandardCharsets.UTF_8);
		this.input = this.process.getOutputStream();
		for (SoakScenario scenario : SoakScenario.values()) {
			this.endpoints.put(scenario, URI.create(read()));
		}
	}

	URI endpoint(SoakScenario scenario) {
		return this.endpoints.get(scenario);
	}

	synchronized int activeResponses() {
		try {
			this.input.write('\n');
			this.input.flush();
			return Integer.parseInt(read());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String read() throws IOException {
		String line = this.output.readLine();
		while (line != null && !line.startsWith(SoakServer.MARK)) {
			line = this.output.readLine();
		}
		if (line == null) {
			throw new IOException("The server has ended");
		}
		return line.substring(SoakServer.MARK.length());
	}

	@Override
	public void close() throws IOException {
		this.input.close();
		this.process.onExit().orTimeout(30, TimeUnit.SECONDS).whenComplete((ended, late) -> {
			if (late != null) {
				this.process.destroyForcibly();
			}
		}).join();
	}

}
