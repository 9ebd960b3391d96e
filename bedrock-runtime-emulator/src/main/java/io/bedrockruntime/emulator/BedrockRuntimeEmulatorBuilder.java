package io.bedrockruntime.emulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javax.net.ssl.KeyManagerFactory;

import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.settings.ServerTls;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.record.CompletedCall;
import io.bedrockruntime.emulator.script.ScriptEntry;
import org.jspecify.annotations.Nullable;

/**
 * Builder for a {@link BedrockRuntimeEmulator}.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeEmulatorBuilder {

	/** Public default secret that is valid for emulators only. */
	static final String SECRET_ACCESS_KEY = "emulator/secret/access/key/of/no/account";

	private String host = "127.0.0.1";

	private int port;

	private String region = "us-east-1";

	private String accessKeyId = "AKIAEMULATOREXAMPLE0";

	private String secretAccessKey = SECRET_ACCESS_KEY;

	private @Nullable String sessionToken;

	private @Nullable String apiKey;

	private double tokensPerSecond = 60;

	private Duration firstTokenDelay = Duration.ZERO;

	private Clock clock = Clock.systemUTC();

	private final List<GuardrailDefinition> guardrails = new ArrayList<>();

	private Duration asyncDuration = Duration.ofSeconds(1);

	private @Nullable Path asyncOutputFolder;

	private @Nullable ServerTls tls;

	private boolean http2 = true;

	private final List<ScriptEntry> script = new ArrayList<>();

	private Consumer<CompletedCall> callListener = (call) -> {
		// no-op
	};

	BedrockRuntimeEmulatorBuilder() {
	}

	/**
	 * Set the address to listen on: {@code 127.0.0.1}, the default, for this machine
	 * only, or {@code 0.0.0.0} for all interfaces, as in a container.
	 * @param host the address
	 * @return this builder
	 * @since 0.1.0
	 */
	public BedrockRuntimeEmulatorBuilder host(String host) {
		this.host = host;
		return this;
	}

	/**
	 * Set the port; 0, the default, selects a free port.
	 * @param port the port
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder port(int port) {
		this.port = port;
		return this;
	}

	/**
	 * Set the region that signatures must be scoped to.
	 * @param region the region
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder region(String region) {
		this.region = region;
		return this;
	}

	/**
	 * Set the accepted credentials.
	 * @param accessKeyId the access key id
	 * @param secretAccessKey its secret
	 * @param sessionToken the session token, or null for long-term credentials
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder credentials(String accessKeyId, String secretAccessKey,
			@Nullable String sessionToken) {
		this.accessKeyId = accessKeyId;
		this.secretAccessKey = secretAccessKey;
		this.sessionToken = sessionToken;
		return this;
	}

	/**
	 * Set the API key that is accepted in addition to the credentials.
	 * @param apiKey the API key, or null for none
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder apiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
		return this;
	}

	/**
	 * Set the speed of streams; 0 sends as fast as the client reads.
	 * @param tokensPerSecond the number of tokens per second
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder tokensPerSecond(double tokensPerSecond) {
		this.tokensPerSecond = tokensPerSecond;
		return this;
	}

	/**
	 * Set the delay before a response begins.
	 * @param firstTokenDelay the time
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder firstTokenDelay(Duration firstTokenDelay) {
		this.firstTokenDelay = firstTokenDelay;
		return this;
	}

	/**
	 * Add a guardrail that requests may name.
	 * @param guardrail the guardrail
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder guardrail(EmulatedGuardrail guardrail) {
		this.guardrails.add(guardrail.definition());
		return this;
	}

	/**
	 * Set the duration of asynchronous invocations on the {@link Clock} of the emulator.
	 * @param asyncDuration the duration; 0 completes them immediately
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder asyncDuration(Duration asyncDuration) {
		this.asyncDuration = asyncDuration;
		return this;
	}

	/**
	 * Set the folder that replaces S3: output for a bucket is written to its subfolder
	 * with the bucket's name. By default, a temporary folder is used and deleted when the
	 * emulator is closed.
	 * @param asyncOutputFolder the folder
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder asyncOutputFolder(Path asyncOutputFolder) {
		this.asyncOutputFolder = asyncOutputFolder;
		return this;
	}

	/**
	 * Set the {@link Clock} for verifying signatures.
	 * @param clock the {@code Clock}
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Use TLS with a certificate from files. Clients connect to {@code 127.0.0.1}, which
	 * the certificate should cover.
	 * @param certificateChain the certificate and its issuers, in PEM
	 * @param privateKey its private key without a password, PKCS#8 in PEM
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder tls(Path certificateChain, Path privateKey) {
		this.tls = ServerTls.of(certificateChain, privateKey);
		return this;
	}

	/**
	 * Use TLS with a certificate from a key store. Clients connect to {@code 127.0.0.1},
	 * which the certificate should cover.
	 * @param keyManagerFactory the initialised factory over the key store
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder tls(KeyManagerFactory keyManagerFactory) {
		this.tls = ServerTls.of(keyManagerFactory);
		return this;
	}

	/**
	 * Set whether HTTP/2 is supported in addition to HTTP/1.1, which is the default: with
	 * TLS the protocol is negotiated by ALPN, in cleartext the client chooses.
	 * @param http2 false for a server with HTTP/1.1 only
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder http2(boolean http2) {
		this.http2 = http2;
		return this;
	}

	/**
	 * Append entries to the emulator's initial script.
	 * @param entries the entries for the first requests
	 * @return this builder
	 */
	public BedrockRuntimeEmulatorBuilder script(ScriptEntry... entries) {
		this.script.addAll(List.of(entries));
		return this;
	}

	/**
	 * Set the listener that is notified of each completed call. It is called on the
	 * emulator's threads and must not block them.
	 * @param callListener the listener
	 * @return this builder
	 * @since 0.1.0
	 */
	public BedrockRuntimeEmulatorBuilder callListener(Consumer<CompletedCall> callListener) {
		this.callListener = callListener;
		return this;
	}

	String accessKeyId() {
		return this.accessKeyId;
	}

	String secretAccessKey() {
		return this.secretAccessKey;
	}

	/**
	 * Start the emulator.
	 * @return the running emulator
	 */
	public BedrockRuntimeEmulator start() {
		return new BedrockRuntimeEmulator(new EmulatorSettings(this.host, this.port, this.region, this.accessKeyId,
				this.secretAccessKey, this.sessionToken, this.apiKey,
				new Pacing(this.tokensPerSecond, this.firstTokenDelay), this.clock, this.guardrails,
				new EmulatorSettings.Async(this.asyncDuration, this.asyncOutputFolder),
				new EmulatorSettings.Transport(this.tls, this.http2)), this.script, this.callListener);
	}

}
