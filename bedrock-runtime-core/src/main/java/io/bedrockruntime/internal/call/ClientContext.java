package io.bedrockruntime.internal.call;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.internal.observe.CallInstrumentation;
import io.bedrockruntime.internal.observe.CallOutcomeTracker;
import io.bedrockruntime.internal.operation.RequestDefaultsApplier;
import io.bedrockruntime.internal.operation.RequestMetadataContributor;
import io.bedrockruntime.settings.RetrySettings;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * State that all calls of a client share.
 */
public final class ClientContext {

	private final TargetSelector targets;

	private final Supplier<WebClient> http2Client;

	private final EventStreamLimits limits;

	private final int maxResponseLength;

	private final RetryPolicy retryPolicy;

	private final CallInstrumentation instrumentation;

	private final RequestDefaultsApplier defaults;

	private final RequestMetadataContributor metadata;

	private final CallOutcomeTracker outcomes = new CallOutcomeTracker(Clock.systemUTC());

	private final AtomicBoolean closed = new AtomicBoolean();

	public ClientContext(TargetSelector targets, Supplier<WebClient> http2Client, EventStreamLimits limits,
			int maxResponseLength, RetryPolicy retryPolicy, CallInstrumentation instrumentation,
			RequestDefaultsApplier defaults, RequestMetadataContributor metadata) {
		this.targets = targets;
		this.http2Client = http2Client;
		this.limits = limits;
		this.maxResponseLength = maxResponseLength;
		this.retryPolicy = retryPolicy;
		this.instrumentation = instrumentation;
		this.defaults = defaults;
		this.metadata = metadata;
	}

	TargetSelector targets() {
		return this.targets;
	}

	/**
	 * Return the HTTP client for requests whose response begins before they have ended.
	 */
	Supplier<WebClient> http2Client() {
		return this.http2Client;
	}

	EventStreamLimits limits() {
		return this.limits;
	}

	int maxResponseLength() {
		return this.maxResponseLength;
	}

	RetryPolicy retryPolicy() {
		return this.retryPolicy;
	}

	CallInstrumentation instrumentation() {
		return this.instrumentation;
	}

	RequestDefaultsApplier defaults() {
		return this.defaults;
	}

	RequestMetadataContributor metadata() {
		return this.metadata;
	}

	CallOutcomeTracker outcomes() {
		return this.outcomes;
	}

	/**
	 * Return the same state for requests that are not the application's.
	 */
	ClientContext forProbes() {
		return new ClientContext(this.targets.forProbes(), this.http2Client, this.limits, this.maxResponseLength,
				new RetryPolicy(RetrySettings.none(), (event) -> {
				}), new CallInstrumentation(ObservationRegistry.NOOP, null), this.defaults,
				new RequestMetadataContributor(null));
	}

	boolean isClosed() {
		return this.closed.get();
	}

	void close() {
		this.closed.set(true);
		this.retryPolicy.close();
	}

}
