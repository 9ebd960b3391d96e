package io.bedrockruntime.emulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.script.ScriptEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * Options from the command line and the environment.
 */
final class EmulatorOptions {

	/** Default port. */
	static final int PORT = 8642;

	static final String USAGE = """
			Options:
			  --host ADDRESS             address to listen on (127.0.0.1; 0.0.0.0 for other machines, too)
			  --port PORT                port to listen on (8642; 0 selects a free port)
			  --region REGION            region that signatures are scoped to (us-east-1)
			  --access-key ID            accepted access key id
			  --secret-key SECRET        its secret
			  --session-token TOKEN      its session token
			  --api-key KEY              accepted API key (none)
			  --tokens-per-second N      speed of streams; 0 sends without pauses (60)
			  --first-token-delay MILLIS delay before a response begins (0)
			  --guardrails FILE          guardrails: JSON as for aws bedrock create-guardrail, with an id
			  --async-output FOLDER      folder that replaces S3 (a temporary one)
			  --async-duration MILLIS    duration of an asynchronous invocation (1000)
			  --tls-certificate FILE     certificate chain in PEM; with it the endpoint is https
			  --tls-key FILE             private key of the certificate, PKCS#8 in PEM
			  --http1-only               do not offer HTTP/2, which InvokeModelWithBidirectionalStream needs
			  --fault ENTRY              a reply or faults, for example 'ConverseStream: reset-after-events=3 x2';
			                             may be repeated; the first entry that matches a request is used
			  --script FILE              file of such entries, one per line; lines that begin with # are ignored
			  --clock-offset SECONDS     offset of the server clock from the correct time; may be negative (0)
			  --quiet                    do not print a line for each call
			  --health                   check the emulator on --port, with --tls-certificate if it uses TLS:
			                             exit with 0 if it is up, otherwise 1
			  --help                     show this

			Entries: [OPERATION:] [REPLY] [FAULT...] [xN | always] [N%]. Values with spaces, commas or quotes are
			quoted; durations are written as 500ms, 2s, 5m or forever.

			An option may also be an environment variable, for example BEDROCK_RUNTIME_EMULATOR_API_KEY for --api-key;
			the command line takes precedence. Only --host, --port, --quiet, --health and --help have no variable.
			""";

	private static final String VARIABLE_PREFIX = "BEDROCK_RUNTIME_EMULATOR_";

	/**
	 * Options that may be environment variables. The port may not: Kubernetes sets a
	 * variable of that name to a value that is not a number, if a service has the
	 * emulator's name.
	 */
	private static final List<String> VARIABLES = List.of("--region", "--access-key", "--secret-key", "--session-token",
			"--api-key", "--tokens-per-second", "--first-token-delay", "--guardrails", "--async-output",
			"--async-duration", "--tls-certificate", "--tls-key", "--fault", "--script", "--clock-offset");

	private static final double LONGEST_MILLIS = 86_400_000;

	private final BedrockRuntimeEmulatorBuilder builder = BedrockRuntimeEmulator.builder().port(PORT);

	private String accessKeyId = this.builder.accessKeyId();

	private String secretAccessKey = this.builder.secretAccessKey();

	private @Nullable String sessionToken;

	private @Nullable Path certificate;

	private @Nullable Path key;

	private boolean quiet;

	private EmulatorOptions() {
	}

	static EmulatorOptions parse(String[] args, Map<String, String> environment) {
		EmulatorOptions options = new EmulatorOptions();
		List<String> all = fromVariables(environment);
		all.addAll(List.of(args));
		for (Iterator<String> iterator = all.iterator(); iterator.hasNext();) {
			options.read(iterator.next(), iterator);
		}
		options.finish();
		return options;
	}

	/** Return the port of the arguments, ignoring other arguments. */
	static int port(String[] args) {
		int position = List.of(args).lastIndexOf("--port");
		return (position < 0) ? PORT : (int) number("--port", List.of(args).listIterator(position + 1), 65_535);
	}

	/** Return the certificate of the arguments or of the variable. */
	static @Nullable Path certificate(String[] args, Map<String, String> environment) {
		int position = List.of(args).lastIndexOf("--tls-certificate");
		if (position >= 0) {
			return Path.of(value("--tls-certificate", List.of(args).listIterator(position + 1)));
		}
		String variable = environment.get(VARIABLE_PREFIX + "TLS_CERTIFICATE");
		return (variable != null && !variable.isEmpty()) ? Path.of(variable) : null;
	}

	private static List<String> fromVariables(Map<String, String> environment) {
		List<String> options = new ArrayList<>();
		for (String option : VARIABLES) {
			String value = environment
				.get(VARIABLE_PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
			if (value != null && !value.isEmpty()) {
				// A variable with several entries has one per line.
				for (String each : option.equals("--fault") ? value.strip().split("\\R") : new String[] { value }) {
					options.add(option);
					options.add(each);
				}
			}
		}
		if (Boolean.parseBoolean(environment.get(VARIABLE_PREFIX + "HTTP1_ONLY"))) {
			options.add("--http1-only");
		}
		return options;
	}

	BedrockRuntimeEmulatorBuilder builder() {
		return this.builder;
	}

	boolean quiet() {
		return this.quiet;
	}

	private void read(String option, Iterator<String> options) {
		switch (option) {
			case "--access-key" -> this.accessKeyId = value(option, options);
			case "--secret-key" -> this.secretAccessKey = value(option, options);
			case "--session-token" -> this.sessionToken = value(option, options);
			case "--tls-certificate" -> this.certificate = Path.of(value(option, options));
			case "--tls-key" -> this.key = Path.of(value(option, options));
			case "--quiet" -> this.quiet = true;
			case "--api-key" -> this.builder.apiKey(value(option, options));
			case "--fault" -> this.builder.script(ScriptEntry.parse(value(option, options)));
			case "--script" ->
				ScriptEntryParser.parseFile(Path.of(value(option, options))).forEach(this.builder::script);
			case "--guardrails" ->
				EmulatedGuardrail.read(Path.of(value(option, options))).forEach(this.builder::guardrail);
			default -> readServer(option, options);
		}
	}

	private void readServer(String option, Iterator<String> options) {
		switch (option) {
			case "--host" -> this.builder.host(value(option, options));
			case "--port" -> this.builder.port((int) number(option, options, 65_535));
			case "--region" -> this.builder.region(value(option, options));
			case "--tokens-per-second" -> this.builder.tokensPerSecond(number(option, options, 1_000_000));
			case "--first-token-delay" -> this.builder.firstTokenDelay(millis(option, options));
			case "--async-output" -> this.builder.asyncOutputFolder(Path.of(value(option, options)));
			case "--async-duration" -> this.builder.asyncDuration(millis(option, options));
			case "--http1-only" -> this.builder.http2(false);
			case "--clock-offset" -> this.builder.clock(Clock.offset(Clock.systemUTC(), seconds(option, options)));
			default -> throw new IllegalArgumentException("Unknown option " + option);
		}
	}

	private void finish() {
		if (this.certificate != null && this.key != null) {
			this.builder.tls(this.certificate, this.key);
		}
		else if (this.certificate != null || this.key != null) {
			throw new IllegalArgumentException("Options --tls-certificate and --tls-key must be set together");
		}
		this.builder.credentials(this.accessKeyId, this.secretAccessKey, this.sessionToken);
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
			// reported below
		}
		throw new IllegalArgumentException("Option " + option + " needs a number from 0 to " + (long) most);
	}

	private static Duration seconds(String option, Iterator<String> options) {
		String value = value(option, options);
		try {
			return Duration.ofSeconds(Integer.parseInt(value));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("Option " + option + " needs a whole number of seconds", ex);
		}
	}

	private static Duration millis(String option, Iterator<String> options) {
		return Duration.ofMillis((long) number(option, options, LONGEST_MILLIS));
	}

}
