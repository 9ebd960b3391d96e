package io.bedrockruntime.emulator;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import io.bedrockruntime.emulator.internal.server.EmulatorHealth;
import io.bedrockruntime.emulator.record.CompletedCall;
import io.bedrockruntime.emulator.script.ScriptEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * Command-line application of the emulator.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeEmulatorApplication {

	private static final int WRONG_USAGE = 2;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

	private static final String SLF4J_VERBOSITY = "slf4j.internal.verbosity";

	private BedrockRuntimeEmulatorApplication() {
	}

	/**
	 * Start the emulator and run it until the process ends.
	 * @param args the options
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public static void main(String[] args) throws InterruptedException {
		// Without a log on the command line, suppress SLF4J's warning.
		if (System.getProperty(SLF4J_VERBOSITY) == null) {
			System.setProperty(SLF4J_VERBOSITY, "ERROR");
		}
		if (List.of(args).contains("--help")) {
			System.out.print(EmulatorOptions.USAGE + ScriptEntryParser.grammar());
			return;
		}
		if (List.of(args).contains("--health")) {
			System.exit(isUp(args) ? 0 : 1);
			return;
		}
		BedrockRuntimeEmulator emulator = start(args, System.getenv(), (call) -> System.out.println(logLine(call)),
				System.err);
		if (emulator == null) {
			System.exit(WRONG_USAGE);
			return;
		}
		Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "bedrock-runtime-emulator-shutdown"));
		System.out.print(greeting(emulator));
		new CountDownLatch(1).await();
	}

	/** Start an emulator with the options, or print the error and return null. */
	static @Nullable BedrockRuntimeEmulator start(String[] args, PrintStream errors) {
		return start(args, Map.of(), (call) -> {
			// no-op
		}, errors);
	}

	private static @Nullable BedrockRuntimeEmulator start(String[] args, Map<String, String> environment,
			Consumer<CompletedCall> log, PrintStream errors) {
		EmulatorOptions options;
		try {
			options = EmulatorOptions.parse(args, environment);
		}
		catch (IllegalArgumentException ex) {
			errors.println(ex.getMessage());
			errors.print(EmulatorOptions.USAGE);
			return null;
		}
		try {
			return options.quiet() ? options.builder().start() : options.builder().callListener(log).start();
		}
		catch (RuntimeException ex) {
			errors.println("The emulator could not start: " + ex.getMessage());
			return null;
		}
	}

	private static boolean isUp(String[] args) {
		return EmulatorHealth.isUp(EmulatorOptions.port(args), EmulatorOptions.certificate(args, System.getenv()));
	}

	private static String logLine(CompletedCall call) {
		return TIME.format(LocalTime.now()) + " " + call;
	}

	static String greeting(BedrockRuntimeEmulator emulator) {
		String form = """
				Bedrock Runtime emulator (not the AWS service) listening on %1$s

				Credentials and region, for any client:
				  export AWS_REGION=%2$s AWS_DEFAULT_REGION=%2$s AWS_ACCESS_KEY_ID=%3$s AWS_SECRET_ACCESS_KEY=%4$s
				A Spring Boot application on the starter also needs:
				  export BEDROCK_RUNTIME_ENDPOINT=%1$s
				AWS's own tools and SDKs also need:
				  export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=%1$s
				  aws bedrock-runtime converse --model-id anthropic.claude-sonnet-4-20250514-v1:0 \\
				    --messages '[{"role":"user","content":[{"text":"Hello"}]}]'
				""";
		StringBuilder script = new StringBuilder();
		emulator.script()
			.entries()
			.forEach((entry) -> script.append(script.isEmpty() ? "\nScripted:\n  " : "  ")
				.append(ScriptEntryParser.format(entry))
				.append('\n'));
		return form.formatted(emulator.endpoint(), emulator.region(), emulator.accessKeyId(),
				emulator.secretAccessKey().equals(BedrockRuntimeEmulatorBuilder.SECRET_ACCESS_KEY)
						? BedrockRuntimeEmulatorBuilder.SECRET_ACCESS_KEY : "(the configured one)")
				+ script;
	}

}
