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
 * A local Amazon Bedrock Runtime that speaks the real wire protocol. It checks signatures
 * and requests as the service does, and answers without a model: the same words for the
 * same request, or what its {@linkplain #script() script} says.
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
	 * Return the access key id that is known.
	 * @return the access key id
	 */
	public String accessKeyId() {
		return this.credentials.current().accessKeyId();
	}

	/**
	 * Return the secret that signatures must be made with.
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
	 * Return the API key that is known.
	 * @return the API key, or null when none is
	 */
	public @Nullable String apiKey() {
		return this.settings.apiKey();
	}

	/**
	 * Know other credentials from now on. Requests that are signed with those before are
	 * answered that they are expired, as those of a role are when its time is over.
	 * @param accessKeyId the access key id
	 * @param secretAccessKey its secret
	 * @param sessionToken the session token, or null for long-term credentials
	 */
	public void rotateCredentials(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
		this.credentials.replace(new AcceptedCredentials.Credentials(accessKeyId, secretAccessKey, sessionToken));
	}

	/**
	 * Return what is to be done with the requests to come.
	 * @return the script
	 */
	public Script script() {
		return this.script;
	}

	/**
	 * Return the requests received; of very many, the last ones.
	 * @return the requests in order
	 */
	public List<RecordedRequest> requests() {
		return this.journal.requests();
	}

	/**
	 * Wait until a number of requests have been received in all.
	 * @param number how many
	 * @param timeout how long to wait at most
	 * @return the requests in order
	 * @throws IllegalStateException if they do not come in time
	 */
	public List<RecordedRequest> awaitRequests(int number, Duration timeout) {
		return this.journal.awaitRequests(number, timeout);
	}

	/**
	 * Return the answers that a client did not wait for.
	 * @return the cancellations in order
	 */
	public List<Cancellation> cancellations() {
		return this.journal.cancellations();
	}

	/**
	 * Wait until a number of clients have gone away in all.
	 * @param number how many
	 * @param timeout how long to wait at most
	 * @return the cancellations in order
	 * @throws IllegalStateException if they do not come in time
	 */
	public List<Cancellation> awaitCancellations(int number, Duration timeout) {
		return this.journal.awaitCancellations(number, timeout);
	}

	/**
	 * Return the folder that stands for S3. What an asynchronous invocation writes to
	 * {@code s3://bucket/prefix} is in {@code bucket/prefix/}<i>id</i> of this folder as
	 * soon as the invocation is seen completed.
	 * @return the folder
	 */
	public Path asyncOutputFolder() {
		return this.asyncOutput.folder();
	}

	/**
	 * Return how many answers are being sent.
	 * @return the number of answers
	 */
	public int activeResponses() {
		return this.server.active();
	}

	/**
	 * Forget the script, the requests, the cancellations and the asynchronous
	 * invocations. The cancellation of a request that came before is not recorded after.
	 */
	public void reset() {
		this.script.clear();
		this.journal.clear();
		this.invocations.clear();
	}

	/**
	 * Close all connections, end all threads and delete the folder for asynchronous
	 * output, unless it was given.
	 */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.server.close();
			this.asyncOutput.close();
		}
	}

}
