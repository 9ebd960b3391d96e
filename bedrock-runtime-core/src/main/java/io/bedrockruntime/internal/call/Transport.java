package io.bedrockruntime.internal.call;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.internal.observe.Observations;
import io.bedrockruntime.internal.observe.OutcomeRecorder;
import io.bedrockruntime.settings.Retries;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * What all calls of a client share.
 */
public final class Transport {

	private final Targets targets;

	private final Supplier<WebClient> http2Client;

	private final EventStreamLimits limits;

	private final int maxResponseLength;

	private final RetryPolicy retryPolicy;

	private final Observations observations;

	private final OutcomeRecorder outcomes = new OutcomeRecorder(Clock.systemUTC());

	private final AtomicBoolean closed = new AtomicBoolean();

	public Transport(Targets targets, Supplier<WebClient> http2Client, EventStreamLimits limits, int maxResponseLength,
			RetryPolicy retryPolicy, Observations observations) {
		this.targets = targets;
		this.http2Client = http2Client;
		this.limits = limits;
		this.maxResponseLength = maxResponseLength;
		this.retryPolicy = retryPolicy;
		this.observations = observations;
	}

	Targets targets() {
		return this.targets;
	}

	/**
	 * What sends requests whose answer begins before they have ended.
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

	Observations observations() {
		return this.observations;
	}

	OutcomeRecorder outcomes() {
		return this.outcomes;
	}

	/**
	 * Return the same for requests that are not the application's.
	 */
	Transport forProbes() {
		return new Transport(this.targets.forProbes(), this.http2Client, this.limits, this.maxResponseLength,
				new RetryPolicy(Retries.none(), (event) -> {
				}), new Observations(ObservationRegistry.NOOP, null));
	}

	boolean isClosed() {
		return this.closed.get();
	}

	void close() {
		this.closed.set(true);
		this.retryPolicy.close();
	}

}
