package io.bedrockruntime.internal.observe;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.bedrockruntime.internal.SafeListeners;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.PromptRouterTrace;
import io.bedrockruntime.model.converse.stream.ConverseStreamMetadataEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ObservedUsage;
import org.jspecify.annotations.Nullable;

/**
 * Records the facts about responses that observations show, and hands their content to a
 * listener if there is one.
 */
final class ResponseObservationRecorder {

	private final BedrockRuntimeObservationContext context;

	/** Latest bytes of InvokeModel's stream, the last of which contain metrics. */
	private volatile @Nullable Blob latestBytes;

	private volatile boolean complete;

	ResponseObservationRecorder(BedrockRuntimeObservationContext context) {
		this.context = context;
	}

	/**
	 * Record a unary response.
	 */
	void response(Object value) {
		this.complete = true;
		if (value instanceof ConverseResponse response) {
			this.context.setUsage(ObservedUsage.of(response.usage()));
			this.context.setStopReason(response.stopReason().value());
			this.context.setServerLatency(Duration.ofMillis(response.metrics().latencyMs()));
			routed((response.trace() != null) ? response.trace().promptRouter() : null);
		}
		else if (value instanceof InvokeModelResponse response) {
			ResponseMetadata metadata = response.responseMetadata();
			if (metadata != null) {
				this.context.setUsage(ObservedUsage.of(metadata));
				this.context.setServerLatency(metadata.invocationLatency());
			}
		}
		content(value);
	}

	/**
	 * Record an event.
	 */
	void event(Object event) {
		if (event instanceof ConverseStreamOutput.ContentBlockDelta
				|| event instanceof ConverseStreamOutput.ContentBlockStart) {
			chunk();
		}
		else if (event instanceof ConverseStreamOutput.MessageStop stop) {
			this.context.setStopReason(stop.messageStop().stopReason().value());
		}
		else if (event instanceof ConverseStreamOutput.Metadata metadata) {
			metadata(metadata.metadata());
		}
		else if (event instanceof ResponseStream.Chunk chunk) {
			this.latestBytes = chunk.chunk().bytes();
			chunk();
		}
		else if (event instanceof InvokeModelWithBidirectionalStreamOutput.Chunk) {
			chunk();
		}
		content(event);
	}

	private void metadata(ConverseStreamMetadataEvent event) {
		this.complete = true;
		this.context.setUsage(ObservedUsage.of(event.usage()));
		this.context.setServerLatency(Duration.ofMillis(event.metrics().latencyMs()));
		routed((event.trace() != null) ? event.trace().promptRouter() : null);
	}

	private void chunk() {
		SafeListeners.guarded(this.context::chunkReceived);
	}

	private void content(Object content) {
		Consumer<Object> listener = this.context.contentListener();
		if (listener != null) {
			SafeListeners.guarded(() -> listener.accept(content));
		}
	}

	private void routed(@Nullable PromptRouterTrace trace) {
		if (trace != null && trace.invokedModelId() != null) {
			this.context.setResponseModel(trace.invokedModelId());
		}
	}

	/**
	 * Return whether the response is complete, even if its stream has not ended.
	 */
	boolean isComplete() {
		readMetrics();
		return this.complete;
	}

	/**
	 * Record the end of the call.
	 * @param succeeded whether it did not fail
	 */
	void end(boolean succeeded) {
		readMetrics();
		ResponseMetadata response = this.context.response();
		ResponseMetadata.Target target = (response != null) ? response.target() : null;
		if (succeeded && this.context.responseModel() == null && target != null
				&& !Objects.equals(target.modelId(), this.context.requestModel())) {
			this.context.setResponseModel(target.modelId());
		}
	}

	private void readMetrics() {
		Blob bytes = this.latestBytes;
		this.latestBytes = null;
		InvocationMetrics metrics = (bytes != null) ? InvocationMetrics.in(bytes) : null;
		if (metrics != null) {
			this.complete = true;
			this.context.setUsage(ObservedUsage.of(metrics.inputTokenCount(), metrics.outputTokenCount(),
					metrics.cacheReadInputTokenCount(), metrics.cacheWriteInputTokenCount(), Map.of()));
			this.context.setServerLatency(metrics.latency());
		}
	}

}
