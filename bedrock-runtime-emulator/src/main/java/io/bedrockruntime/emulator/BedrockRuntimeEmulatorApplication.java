package io.bedrockruntime.emulator;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/**
 * Runs the emulator from the command line.
 */
public final class BedrockRuntimeEmulatorApplication {

	private static final int WRONG_USAGE = 2;

	private static final String SLF4J_VERBOSITY = "slf4j.internal.verbosity";

	private static final String USAGE = """
			Options:
			  --port PORT                port to listen on (8642; 0 takes a free one)
			  --region REGION            region that signatures are scoped to (us-east-1)
			  --access-key ID            access key id that is known
			  --secret-key SECRET        secret that goes with it
			  --session-token TOKEN      session token that goes with them
			  --api-key KEY              API key that is known (none)
			  --tokens-per-second N      pace of streams; 0 does not pace (60)
			  --first-token-delay MILLIS time before an answer begins (0)
			  --guardrails FILE          guardrails that are known: JSON as for aws bedrock create-guardrail, with an id
			  --async-output FOLDER      folder that stands for S3 (a temporary one)
			  --async-duration MILLIS    time that an asynchronous invocation takes (1000)
			  --tls-certificate FILE     certificate chain in PEM; with it the endpoint is https
			  --tls-key FILE             private key of the certificate, PKCS#8 in PEM
			  --http1-only               do not offer HTTP/2, which InvokeModelWithBidirectionalStream needs
			  --help                     show this
			""";

	private BedrockRuntimeEmulatorApplication() {
	}

	/**
	 * Start the emulator and keep it until the process is ended.
	 * @param args the options
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public static void main(String[] args) throws InterruptedException {
		// There is no log from the command line, which is no reason to warn.
		if (System.getProperty(SLF4J_VERBOSITY) == null) {
			System.setProperty(SLF4J_VERBOSITY, "ERROR");
		}
		if (List.of(args).contains("--help")) {
			System.out.print(USAGE);
			return;
		}
		BedrockRuntimeEmulator emulator = start(args, System.err);
		if (emulator == null) {
			System.exit(WRONG_USAGE);
			return;
		}
		Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "bedrock-runtime-emulator-shutdown"));
		System.out.print(greeting(emulator));
		new CountDownLatch(1).await();
	}

	/** Start what the options say, or say what is wrong with them. */
	static @Nullable BedrockRuntimeEmulator start(String[] args, PrintStream errors) {
		BedrockRuntimeEmulatorBuilder builder;
		try {
			builder = parse(args);
		}
		catch (IllegalArgumentException ex) {
			errors.println(ex.getMessage());
			errors.print(USAGE);
			return null;
		}
		try {
			return builder.start();
		}
		catch (RuntimeException ex) {
			errors.println("The emulator could not start: " + ex.getMessage());
			return null;
		}
	}

	private static BedrockRuntimeEmulatorBuilder parse(String[] args) {
		BedrockRuntimeEmulatorBuilder builder = BedrockRuntimeEmulator.builder().port(8642);
		String accessKeyId = builder.accessKeyId();
		String secretAccessKey = builder.secretAccessKey();
		String sessionToken = null;
		Path certificate = null;
		Path key = null;
		Iterator<String> options = List.of(args).iterator();
		while (options.hasNext()) {
			String option = options.next();
			switch (option) {
				case "--port" -> builder.port((int) number(option, options, 65_535));
				case "--region" -> builder.region(value(option, options));
				case "--access-key" -> accessKeyId = value(option, options);
				case "--secret-key" -> secretAccessKey = value(option, options);
				case "--session-token" -> sessionToken = value(option, options);
				case "--api-key" -> builder.apiKey(value(option, options));
				case "--tokens-per-second" -> builder.tokensPerSecond(number(option, options, 1_000_000));
				case "--first-token-delay" ->
					builder.firstTokenDelay(Duration.ofMillis((long) number(option, options, 86_400_000)));
				case "--guardrails" ->
					EmulatedGuardrail.read(Path.of(value(option, options))).forEach(builder::guardrail);
				case "--async-output" -> builder.asyncOutputFolder(Path.of(value(option, options)));
				case "--async-duration" ->
					builder.asyncDuration(Duration.ofMillis((long) number(option, options, 86_400_000)));
				case "--tls-certificate" -> certificate = Path.of(value(option, options));
				case "--tls-key" -> key = Path.of(value(option, options));
				case "--http1-only" -> builder.http2(false);
				default -> throw new IllegalArgumentException("Unknown option " + option);
			}
		}
		if (certificate != null && key != null) {
			builder.tls(certificate, key);
		}
		else if (certificate != null || key != null) {
			throw new IllegalArgumentException("Options --tls-certificate and --tls-key go together");
		}
		return builder.credentials(accessKeyId, secretAccessKey, sessionToken);
	}

	private static String value(String option, Iterator<String> options) {
		if (!options.hasNext()) {
			throw new IllegalArgumentException("Option " + option + " needs a value");
		}
		return options.next();
	}

	private static double number(String option, Iterator<String> options, double most) {
		String value = value(option, options);
		try {
			double number = Double.parseDouble(value);
			if (number >= 0 && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// said below
		}
		throw new IllegalArgumentException("Option " + option + " needs a number from 0 to " + (long) most);
	}

	static String greeting(BedrockRuntimeEmulator emulator) {
		String form = """
				Bedrock Runtime emulator (not the AWS service) listening on %1$s

				Credentials and region, for any client:
				  export AWS_REGION=%2$s AWS_ACCESS_KEY_ID=%3$s AWS_SECRET_ACCESS_KEY=%4$s
				A Spring Boot application on the starter also needs:
				  export BEDROCK_RUNTIME_ENDPOINT=%1$s
				AWS's own tools and SDKs also need:
				  export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=%1$s
				  aws bedrock-runtime converse --model-id anthropic.claude-sonnet-4-20250514-v1:0 \\
				    --messages '[{"role":"user","content":[{"text":"Hello"}]}]'
				""";
		return form.formatted(emulator.endpoint(), emulator.region(), emulator.accessKeyId(),
				emulator.secretAccessKey().equals(BedrockRuntimeEmulatorBuilder.SECRET_ACCESS_KEY)
						? BedrockRuntimeEmulatorBuilder.SECRET_ACCESS_KEY : "(the one given)");
	}

}
