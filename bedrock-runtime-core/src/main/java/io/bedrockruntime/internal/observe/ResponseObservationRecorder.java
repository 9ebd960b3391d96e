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
 * Takes note of what answers tell besides their content.
 */
final class ResponseObservationRecorder {

	private final BedrockRuntimeObservationContext context;

	/** The latest bytes of InvokeModel's stream, of which the last ones have metrics. */
	private volatile @Nullable Blob latestBytes;

	private volatile boolean whole;

	ResponseObservationRecorder(BedrockRuntimeObservationContext context) {
		this.context = context;
	}

	/**
	 * Take note of a whole answer.
	 */
	void answer(Object answer) {
		this.whole = true;
		if (answer instanceof ConverseResponse response) {
			this.context.setUsage(ObservedUsage.of(response.usage()));
			this.context.setStopReason(response.stopReason().value());
			this.context.setServerLatency(Duration.ofMillis(response.metrics().latencyMs()));
			routed((response.trace() != null) ? response.trace().promptRouter() : null);
		}
		else if (answer instanceof InvokeModelResponse response) {
			ResponseMetadata metadata = response.responseMetadata();
			if (metadata != null) {
				this.context.setUsage(ObservedUsage.of(metadata));
				this.context.setServerLatency(metadata.invocationLatency());
			}
		}
		tellContent(answer);
	}

	/**
	 * Take note of an event.
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
		tellContent(event);
	}

	private void metadata(ConverseStreamMetadataEvent event) {
		this.whole = true;
		this.context.setUsage(ObservedUsage.of(event.usage()));
		this.context.setServerLatency(Duration.ofMillis(event.metrics().latencyMs()));
		routed((event.trace() != null) ? event.trace().promptRouter() : null);
	}

	private void chunk() {
		SafeListeners.guarded(this.context::chunkReceived);
	}

	private void tellContent(Object content) {
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
	 * Return whether all has come that there will be, whatever the stream's end is.
	 */
	boolean isWhole() {
		readMetrics();
		return this.whole;
	}

	/**
	 * Take note that the call has ended.
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
			this.whole = true;
			this.context.setUsage(ObservedUsage.of(metrics.inputTokenCount(), metrics.outputTokenCount(),
					metrics.cacheReadInputTokenCount(), metrics.cacheWriteInputTokenCount(), Map.of()));
			this.context.setServerLatency(metrics.latency());
		}
	}

}
