package io.bedrockruntime.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ConversationRole;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.converse.ConverseMetrics;
import io.bedrockruntime.model.converse.ConverseOutput;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.ConverseTrace;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.TokenUsage;
import io.bedrockruntime.model.converse.stream.ContentBlockDeltaEvent;
import io.bedrockruntime.model.converse.stream.ContentBlockStartEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamMetadataEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamResponse;
import io.bedrockruntime.model.converse.stream.MessageStopEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Aggregates the events of one ConverseStream to the response that Converse would have
 * returned. Pass it each event, as with {@code events.doOnNext(aggregator::accept)}.
 * {@link #soFar()} returns the response so far at any time and on any thread, even after
 * the stream failed; {@link #response()} returns the complete response at the end.
 * <p>
 * The message contains everything that was received for its blocks. Unknown members of a
 * start or a delta are in the block's {@code unknownMembers}. An unknown kind of block
 * becomes a block with its name, whose parts are combined like known ones: text is
 * appended to text, list to list, objects are merged, and of other values the last one
 * applies. Deltas of different kinds in one block become one block for each kind, except
 * that citations and the text that they cite belong together. A block for which only
 * {@code contentBlockStop} arrived is ignored. A response does not contain unknown events
 * or unknown members of events, such as padding.
 *
 * @since 0.1.0
 */
public final class ConverseStreamAggregator {

	private final TreeMap<Integer, AggregatedBlock> blocks = new TreeMap<>();

	private ConversationRole role = ConversationRole.ASSISTANT;

	private @Nullable MessageStopEvent stop;

	private @Nullable ConverseStreamMetadataEvent metadata;

	private @Nullable ResponseMetadata responseMetadata;

	private int latestIndex;

	private @Nullable AggregatedBlock latest;

	/**
	 * Create an instance for one stream.
	 */
	public ConverseStreamAggregator() {
	}

	/**
	 * Aggregate the events of a stream.
	 * @param events the events
	 * @return the response when the stream has ended
	 */
	public static Mono<ConverseResponse> aggregate(Flux<ConverseStreamOutput> events) {
		return Mono.defer(() -> {
			ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
			return events.doOnNext(aggregator::accept).then(Mono.fromSupplier(aggregator::response));
		});
	}

	/**
	 * Read the events of a stream to the end, aggregate them and close the stream.
	 * @param events the events, which are closed in any case
	 * @return the response
	 */
	public static ConverseResponse aggregate(EventStream<ConverseStreamOutput> events) {
		ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
		try (events) {
			events.forEach(aggregator::accept);
		}
		return aggregator.response();
	}

	/**
	 * Accept the response that was received before the first event, as with
	 * {@code operations.converseStream(request, aggregator::responded)}. Without it the
	 * aggregated response has no metadata.
	 * @param response the response without its stream
	 */
	public synchronized void responded(ConverseStreamResponse response) {
		this.responseMetadata = response.responseMetadata();
	}

	/**
	 * Accept an event. The cost depends only on the length of this event.
	 * @param event the next event
	 */
	public synchronized void accept(ConverseStreamOutput event) {
		if (event instanceof ConverseStreamOutput.ContentBlockDelta variant) {
			ContentBlockDeltaEvent delta = variant.contentBlockDelta();
			block(delta.contentBlockIndex()).accept(delta.delta());
		}
		else if (event instanceof ConverseStreamOutput.ContentBlockStart variant) {
			ContentBlockStartEvent start = variant.contentBlockStart();
			block(start.contentBlockIndex()).accept(start.start());
		}
		else if (event instanceof ConverseStreamOutput.MessageStart variant) {
			this.role = variant.messageStart().role();
		}
		else if (event instanceof ConverseStreamOutput.MessageStop variant) {
			this.stop = variant.messageStop();
		}
		else if (event instanceof ConverseStreamOutput.Metadata variant) {
			this.metadata = variant.metadata();
		}
	}

	private AggregatedBlock block(int index) {
		AggregatedBlock block = this.latest;
		if (block == null || index != this.latestIndex) {
			block = this.blocks.computeIfAbsent(index, (absent) -> new AggregatedBlock());
			this.latest = block;
			this.latestIndex = index;
		}
		return block;
	}

	/**
	 * Return whether the last events of the stream were received.
	 * @return {@code true} if the response is complete
	 */
	public synchronized boolean isComplete() {
		return this.stop != null && this.metadata != null;
	}

	/**
	 * Return the response so far. Until they are received, the stop reason is empty and
	 * usage and metrics are zero. The input of an incomplete tool use is a JSON string
	 * with the JSON received so far. The cost depends on the length of the response.
	 * @return the response so far
	 */
	public synchronized ConverseResponse soFar() {
		return toResponse(false);
	}

	/**
	 * Return the complete response. If the model stopped before the end of its message,
	 * as at {@code max_tokens}, the input of an incomplete tool use is a JSON string, as
	 * in {@link #soFar()}.
	 * @return the response
	 * @throws TruncatedStreamException if the last events were not received
	 * @throws InvalidResponseException if the model completed its message and the input
	 * of a tool use is not JSON; it is then a JSON string in {@link #soFar()}
	 */
	public synchronized ConverseResponse response() {
		MessageStopEvent stop = this.stop;
		if (stop == null || this.metadata == null) {
			throw new TruncatedStreamException("ConverseStream failed: the events ended before "
					+ ((stop != null) ? "the metadata" : "the message stopped"), null);
		}
		// Any other reason means a truncated message, which the caller must see.
		StopReason reason = stop.stopReason();
		return toResponse(reason.equals(StopReason.END_TURN) || reason.equals(StopReason.TOOL_USE));
	}

	private ConverseResponse toResponse(boolean complete) {
		List<ContentBlock> content = new ArrayList<>();
		this.blocks.values().forEach((block) -> block.addTo(content, complete));
		MessageStopEvent stop = (this.stop != null) ? this.stop : new MessageStopEvent(StopReason.of(""), null);
		Message message = new Message(this.role, content);
		ConverseStreamMetadataEvent last = this.metadata;
		if (last == null) {
			return new ConverseResponse(ConverseOutput.message(message), stop.stopReason(),
					new TokenUsage(0, 0, 0, null, null, null), new ConverseMetrics(0),
					stop.additionalModelResponseFields(), null, null, null, this.responseMetadata);
		}
		ConverseTrace trace = (last.trace() != null)
				? new ConverseTrace(last.trace().guardrail(), last.trace().promptRouter()) : null;
		return new ConverseResponse(ConverseOutput.message(message), stop.stopReason(), last.usage(),
				new ConverseMetrics(last.metrics().latencyMs()), stop.additionalModelResponseFields(), trace,
				last.performanceConfig(), last.serviceTier(), this.responseMetadata);
	}

}
