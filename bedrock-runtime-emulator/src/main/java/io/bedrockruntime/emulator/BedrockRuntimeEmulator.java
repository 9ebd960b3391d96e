package io.bedrockruntime.emulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.bedrockruntime.emulator.internal.async.AsyncInvocations;
import io.bedrockruntime.emulator.internal.async.AsyncOutput;
import io.bedrockruntime.emulator.internal.auth.AcceptedCredentials;
import io.bedrockruntime.emulator.internal.journal.Journal;
import io.bedrockruntime.emulator.internal.server.EmulatorServer;
import io.bedrockruntime.emulator.internal.server.RequestDispatcher;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.record.CompletedCall;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Script;
import io.bedrockruntime.emulator.script.ScriptEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Local Amazon Bedrock Runtime with the real wire protocol. It checks signatures and
 * requests as the service does, and responds without a model: with the same text for the
 * same request, or with the entries of its {@linkplain #script() script} says.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeEmulator implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BedrockRuntimeEmulator.class);

	private final EmulatorSettings settings;

	private final Script script = new Script();

	private final Journal journal = new Journal();

	private final AsyncOutput asyncOutput;

	private final AsyncInvocations invocations;

	private final EmulatorServer server;

	private final AtomicBoolean closed = new AtomicBoolean();

	private final AcceptedCredentials credentials;

	BedrockRuntimeEmulator(EmulatorSettings settings, List<ScriptEntry> entries, Consumer<CompletedCall> calls) {
		this.settings = settings;
		this.credentials = new AcceptedCredentials(settings);
		entries.forEach(this.script::add);
		this.asyncOutput = new AsyncOutput(settings.async().outputFolder());
		this.invocations = new AsyncInvocations(settings.clock(), this.asyncOutput);
		this.server = new EmulatorServer(settings,
				new RequestDispatcher(settings, this.credentials, this.script, this.invocations), this.journal, calls);
		logger.info("Bedrock Runtime emulator (not the AWS service) listening on {}", endpoint());
	}

	/**
	 * Return a builder with a free port and made-up credentials.
	 * @return the builder
	 */
	public static BedrockRuntimeEmulatorBuilder builder() {
		return new BedrockRuntimeEmulatorBuilder();
	}

	/**
	 * Return the address to point a client at.
	 * @return the endpoint
	 */
	public URI endpoint() {
		String scheme = (this.settings.transport().tls() != null) ? "https" : "http";
		return URI.create(scheme + "://" + this.settings.reachableHost() + ":" + this.server.port());
	}

	/**
	 * Return the region that signatures must be scoped to.
	 * @return the region
	 */
	public String region() {
		return this.settings.region();
	}

	/**
	 * Return the accepted access key id.
	 * @return the access key id
	 */
	public String accessKeyId() {
		return this.credentials.current().accessKeyId();
	}

	/**
	 * Return the secret that requests must be signed with.
	 * @return the secret access key
	 */
	public String secretAccessKey() {
		return this.credentials.current().secretAccessKey();
	}

	/**
	 * Return the session token that requests must carry.
	 * @return the session token, or null when there is none
	 */
	public @Nullable String sessionToken() {
		return this.credentials.current().sessionToken();
	}

	/**
	 * Return the accepted API key.
	 * @return the API key, or null when no key is accepted
	 */
	public @Nullable String apiKey() {
		return this.settings.apiKey();
	}

	/**
	 * Replace the accepted credentials. Requests that are signed with earlier ones are
	 * rejected as expired, like those with the expired credentials of a role.
	 * @param accessKeyId the access key id
	 * @param secretAccessKey its secret
	 * @param sessionToken the session token, or null for long-term credentials
	 */
	public void rotateCredentials(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
		this.credentials.replace(new AcceptedCredentials.Credentials(accessKeyId, secretAccessKey, sessionToken));
	}

	/**
	 * Return the script for coming requests.
	 * @return the script
	 */
	public Script script() {
		return this.script;
	}

	/**
	 * Return the received requests; only the most recent ones are kept.
	 * @return the requests in order
	 */
	public List<RecordedRequest> requests() {
		return this.journal.requests();
	}

	/**
	 * Wait until a total number of requests have been received.
	 * @param number how many
	 * @param timeout the maximum wait
	 * @return the requests in order
	 * @throws IllegalStateException if the timeout expires first
	 */
	public List<RecordedRequest> awaitRequests(int number, Duration timeout) {
		return this.journal.awaitRequests(number, timeout);
	}

	/**
	 * Return the responses that a client cancelled.
	 * @return the cancellations in order
	 */
	public List<Cancellation> cancellations() {
		return this.journal.cancellations();
	}

	/**
	 * Wait until a total number of responses have been cancelled.
	 * @param number how many
	 * @param timeout the maximum wait
	 * @return the cancellations in order
	 * @throws IllegalStateException if the timeout expires first
	 */
	public List<Cancellation> awaitCancellations(int number, Duration timeout) {
		return this.journal.awaitCancellations(number, timeout);
	}

	/**
	 * Return the folder that replaces S3. The output of an asynchronous invocation for
	 * {@code s3://bucket/prefix} is in {@code bucket/prefix/}<i>id</i> of this folder as
	 * soon as a request reports that the invocation is completed.
	 * @return the folder
	 */
	public Path asyncOutputFolder() {
		return this.asyncOutput.folder();
	}

	/**
	 * Return the number of responses that are being sent.
	 * @return the number of responses
	 */
	public int activeResponses() {
		return this.server.active();
	}

	/**
	 * Clear the script, the requests, the cancellations and the asynchronous invocations.
	 * The cancellation of an earlier request is not recorded afterwards.
	 */
	public void reset() {
		this.script.clear();
		this.journal.clear();
		this.invocations.clear();
	}

	/**
	 * Close all connections, end all threads and delete the temporary folder for
	 * asynchronous output; a configured folder is kept.
	 */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.server.close();
			this.asyncOutput.close();
		}
	}

}
