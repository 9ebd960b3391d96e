package io.bedrockruntime.observation;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import io.bedrockruntime.model.ResponseMetadata;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call, which may be several HTTP requests: what was asked for as it
 * starts, and as it stops what came of it. It sends nothing itself, so it propagates no
 * trace: the HTTP requests do.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeObservationContext extends SenderContext<Object> {

	private static final String SERVICE = "bedrock-runtime";

	private final long started = System.nanoTime();

	private final ObservedOperation operation;

	private final @Nullable String requestModel;

	private final Object request;

	private final RequestParameters parameters;

	private volatile String region;

	private volatile URI endpoint;

	private volatile @Nullable ResponseMetadata response;

	private volatile @Nullable String responseModel;

	private volatile @Nullable String stopReason;

	private volatile @Nullable ObservedUsage usage;

	private volatile @Nullable Duration serverLatency;

	private volatile @Nullable Duration timeToFirstChunk;

	private volatile long latestChunk;

	private volatile int attempts;

	private volatile int retries;

	private volatile boolean cancelled;

	private volatile @Nullable Consumer<Duration> chunkListener;

	private volatile @Nullable Consumer<Object> contentListener;

	/**
	 * Create an instance.
	 * @param operation the operation
	 * @param requestModel the model that the request names, or {@code null} if it has
	 * none
	 * @param request the request
	 * @param region the region that is called
	 * @param endpoint the endpoint that is called
	 */
	public BedrockRuntimeObservationContext(ObservedOperation operation, @Nullable String requestModel, Object request,
			String region, URI endpoint) {
		super((carrier, key, value) -> {
			// the HTTP requests carry the trace
		}, Kind.CLIENT);
		this.operation = operation;
		this.requestModel = requestModel;
		this.request = request;
		this.parameters = RequestParameters.of(request);
		this.region = region;
		this.endpoint = endpoint;
		setCarrier(this);
		setRemoteServiceName(SERVICE);
	}

	/**
	 * Return the AWS name of the operation.
	 * @return the name, such as {@code ConverseStream}
	 */
	public String operation() {
		return this.operation.name();
	}

	/**
	 * Return the facts about the operation.
	 * @return the operation
	 */
	public ObservedOperation observedOperation() {
		return this.operation;
	}

	/**
	 * Return whether the operation runs a model, so that its calls consume tokens.
	 * @return whether it runs a model
	 */
	public boolean isInference() {
		return this.operation.inference();
	}

	/**
	 * Return the model that the request names.
	 * @return an identifier or ARN, or {@code null} if the operation has no model
	 */
	public @Nullable String requestModel() {
		return this.requestModel;
	}

	/**
	 * Return whether events come back in place of one answer.
	 * @return whether they do
	 */
	public boolean isStreaming() {
		return this.operation.streaming();
	}

	/**
	 * Return the request, defaults of the client filled in. It holds content: what a span
	 * or a metric may show of it is in {@link #parameters()}.
	 * @return a request shape
	 */
	public Object request() {
		return this.request;
	}

	/**
	 * Return the parameters of the request.
	 * @return the parameters
	 */
	public RequestParameters parameters() {
		return this.parameters;
	}

	/**
	 * Return the region that is called, or was called last.
	 * @return the region, another one than at the start if the call went on elsewhere
	 */
	public String region() {
		return this.region;
	}

	/**
	 * Return the endpoint that is called, or was called last.
	 * @return the endpoint, another one than at the start if the call went on elsewhere
	 */
	public URI endpoint() {
		return this.endpoint;
	}

	/**
	 * Take note of where the call goes.
	 * @param region the region
	 * @param endpoint the endpoint
	 */
	public void setPlace(String region, URI endpoint) {
		this.region = region;
		this.endpoint = endpoint;
	}

	/**
	 * Return the latest HTTP response, be it an error.
	 * @return its request id, status and headers, or {@code null} if there was none
	 */
	public @Nullable ResponseMetadata response() {
		return this.response;
	}

	/**
	 * Take note of an HTTP response.
	 * @param response its request id, status and headers
	 */
	public void setResponse(ResponseMetadata response) {
		this.response = response;
	}

	/**
	 * Return the model that answered, where that is told: by a prompt router, and if the
	 * call went on with another model.
	 * @return an identifier or ARN, or {@code null} if it is not known
	 */
	public @Nullable String responseModel() {
		return this.responseModel;
	}

	/**
	 * Set the model that answered.
	 * @param responseModel an identifier or ARN
	 */
	public void setResponseModel(@Nullable String responseModel) {
		this.responseModel = responseModel;
	}

	/**
	 * Return why the model stopped.
	 * @return the reason as the service spells it, or {@code null} if it did not say
	 */
	public @Nullable String stopReason() {
		return this.stopReason;
	}

	/**
	 * Set why the model stopped.
	 * @param stopReason the reason as the service spells it
	 */
	public void setStopReason(@Nullable String stopReason) {
		this.stopReason = stopReason;
	}

	/**
	 * Return what was consumed.
	 * @return the tokens, or {@code null} if the service did not say
	 */
	public @Nullable ObservedUsage usage() {
		return this.usage;
	}

	/**
	 * Set what was consumed.
	 * @param usage the tokens
	 */
	public void setUsage(@Nullable ObservedUsage usage) {
		this.usage = usage;
	}

	/**
	 * Return how long the service says that it took.
	 * @return the duration, or {@code null} if the service did not say
	 */
	public @Nullable Duration serverLatency() {
		return this.serverLatency;
	}

	/**
	 * Set how long the service says that it took.
	 * @param serverLatency the duration
	 */
	public void setServerLatency(@Nullable Duration serverLatency) {
		this.serverLatency = serverLatency;
	}

	/**
	 * Return how long it took from the start of the call to the first event with content.
	 * @return the duration, or {@code null} if there was none
	 */
	public @Nullable Duration timeToFirstChunk() {
		return this.timeToFirstChunk;
	}

	/**
	 * Take note that an event with content has come.
	 */
	public void chunkReceived() {
		long now = System.nanoTime();
		if (this.timeToFirstChunk == null) {
			this.timeToFirstChunk = Duration.ofNanos(now - this.started);
		}
		else {
			Consumer<Duration> listener = this.chunkListener;
			if (listener != null) {
				listener.accept(Duration.ofNanos(now - this.latestChunk));
			}
		}
		this.latestChunk = now;
	}

	/**
	 * Add what is told of each event with content but the first. It is called on the
	 * thread that reads the stream and must be quick. Add it as the observation starts.
	 * @param chunkListener takes the time since the event with content before
	 */
	public void addChunkListener(Consumer<Duration> chunkListener) {
		Consumer<Duration> others = this.chunkListener;
		this.chunkListener = (others != null) ? others.andThen(chunkListener) : chunkListener;
	}

	/**
	 * Return what is given the content that comes back.
	 * @return the listener, or {@code null} for none
	 */
	public @Nullable Consumer<Object> contentListener() {
		return this.contentListener;
	}

	/**
	 * Add what is given the content that comes back: the response, or each event of a
	 * stream. It is called on the thread that reads them and must be quick. Add it as the
	 * observation starts.
	 * @param contentListener takes a response shape or a member of a union of events
	 */
	public void addContentListener(Consumer<Object> contentListener) {
		Consumer<Object> others = this.contentListener;
		this.contentListener = (others != null) ? others.andThen(contentListener) : contentListener;
	}

	/**
	 * Return how many HTTP requests the call was so far.
	 * @return the number, over all places
	 */
	public int attempts() {
		return this.attempts;
	}

	/**
	 * Set how many HTTP requests the call was so far.
	 * @param attempts the number
	 */
	public void setAttempts(int attempts) {
		this.attempts = attempts;
	}

	/**
	 * Return how many attempts failed and were followed by another one in the same place.
	 * @return the number
	 */
	public int retries() {
		return this.retries;
	}

	/**
	 * Set how many attempts were followed by another one in the same place.
	 * @param retries the number
	 */
	public void setRetries(int retries) {
		this.retries = retries;
	}

	/**
	 * Return whether the caller ended the call before the service did.
	 * @return whether it was cancelled
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * Set whether the caller ended the call before the service did.
	 * @param cancelled whether it was cancelled
	 */
	public void setCancelled(boolean cancelled) {
		this.cancelled = cancelled;
	}

	/**
	 * Return what the call failed with.
	 * @return one of {@link ErrorTypes}, or {@code null} if it did not
	 */
	public @Nullable String errorType() {
		Throwable error = getError();
		if (error != null) {
			return ErrorTypes.of(error);
		}
		return this.cancelled ? ErrorTypes.CANCELLED : null;
	}

}
