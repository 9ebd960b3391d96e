package io.bedrockruntime.observation;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import io.bedrockruntime.model.ResponseMetadata;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Context of the observation of a call, which may consist of several HTTP requests. It
 * holds the request when the call starts, and the result when it stops. The context does
 * not propagate a trace, because it sends nothing itself: the HTTP requests propagate it.
 * The setters are for the client.
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
			// the HTTP requests propagate the trace
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
	 * Return whether the response is a stream of events instead of a single response.
	 * @return whether the call is streaming
	 */
	public boolean isStreaming() {
		return this.operation.streaming();
	}

	/**
	 * Return the request, with the client's defaults applied. It holds content: the
	 * parameters that a span or a metric may show are in {@link #parameters()}.
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
	 * @return the region, which differs from the initial region after a failover
	 */
	public String region() {
		return this.region;
	}

	/**
	 * Return the endpoint that is called, or was called last.
	 * @return the endpoint, which differs from the initial endpoint after a failover
	 */
	public URI endpoint() {
		return this.endpoint;
	}

	/**
	 * Set the target of the call.
	 * @param region the region
	 * @param endpoint the endpoint
	 */
	public void setTarget(String region, URI endpoint) {
		this.region = region;
		this.endpoint = endpoint;
	}

	/**
	 * Return the latest HTTP response, including an error response.
	 * @return its request id, status and headers, or {@code null} if there was none
	 */
	public @Nullable ResponseMetadata response() {
		return this.response;
	}

	/**
	 * Set the latest HTTP response.
	 * @param response its request id, status and headers
	 */
	public void setResponse(ResponseMetadata response) {
		this.response = response;
	}

	/**
	 * Return the model that responded. It is known if a prompt router reports it, and
	 * after a failover to another model.
	 * @return an identifier or ARN, or {@code null} if it is not known
	 */
	public @Nullable String responseModel() {
		return this.responseModel;
	}

	/**
	 * Set the model that responded.
	 * @param responseModel an identifier or ARN
	 */
	public void setResponseModel(@Nullable String responseModel) {
		this.responseModel = responseModel;
	}

	/**
	 * Return the reason why the model stopped.
	 * @return the reason in the notation of the service, or {@code null} if the service
	 * did not report it
	 */
	public @Nullable String stopReason() {
		return this.stopReason;
	}

	/**
	 * Set the reason why the model stopped.
	 * @param stopReason the reason in the notation of the service
	 */
	public void setStopReason(@Nullable String stopReason) {
		this.stopReason = stopReason;
	}

	/**
	 * Return the token usage.
	 * @return the tokens, or {@code null} if the service did not report it
	 */
	public @Nullable ObservedUsage usage() {
		return this.usage;
	}

	/**
	 * Set the token usage.
	 * @param usage the tokens
	 */
	public void setUsage(@Nullable ObservedUsage usage) {
		this.usage = usage;
	}

	/**
	 * Return the latency that the service reports.
	 * @return the duration, or {@code null} if the service did not report it
	 */
	public @Nullable Duration serverLatency() {
		return this.serverLatency;
	}

	/**
	 * Set the latency that the service reports.
	 * @param serverLatency the duration
	 */
	public void setServerLatency(@Nullable Duration serverLatency) {
		this.serverLatency = serverLatency;
	}

	/**
	 * Return the time from the start of the call to the first event with content.
	 * @return the duration, or {@code null} if there was none
	 */
	public @Nullable Duration timeToFirstChunk() {
		return this.timeToFirstChunk;
	}

	/**
	 * Record that an event with content was received.
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
	 * Add a listener that is notified of each event with content, except the first. It is
	 * called on the thread that reads the stream and must be fast. Add it when the
	 * observation starts.
	 * @param chunkListener receives the time since the previous event with content
	 */
	public void addChunkListener(Consumer<Duration> chunkListener) {
		Consumer<Duration> existing = this.chunkListener;
		this.chunkListener = (existing != null) ? existing.andThen(chunkListener) : chunkListener;
	}

	/**
	 * Return the listener that receives the content of the response.
	 * @return the listener, or {@code null} for none
	 */
	public @Nullable Consumer<Object> contentListener() {
		return this.contentListener;
	}

	/**
	 * Add a listener that receives the content of the response: the response, or each
	 * event of a stream. It is called on the thread that reads them and must be fast. Add
	 * it when the observation starts.
	 * @param contentListener receives a response shape or a member of a union of events
	 */
	public void addContentListener(Consumer<Object> contentListener) {
		Consumer<Object> existing = this.contentListener;
		this.contentListener = (existing != null) ? existing.andThen(contentListener) : contentListener;
	}

	/**
	 * Return the number of HTTP requests of the call so far.
	 * @return the number, over all targets
	 */
	public int attempts() {
		return this.attempts;
	}

	/**
	 * Set the number of HTTP requests of the call so far.
	 * @param attempts the number
	 */
	public void setAttempts(int attempts) {
		this.attempts = attempts;
	}

	/**
	 * Return the number of failed attempts that were followed by another attempt on the
	 * same target.
	 * @return the number
	 */
	public int retries() {
		return this.retries;
	}

	/**
	 * Set the number of failed attempts that were followed by another attempt on the same
	 * target.
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
	 * Return the type of the call's failure.
	 * @return one of {@link ErrorTypes}, or {@code null} if the call did not fail
	 */
	public @Nullable String errorType() {
		Throwable error = getError();
		if (error != null) {
			return ErrorTypes.of(error);
		}
		return this.cancelled ? ErrorTypes.CANCELLED : null;
	}

}
