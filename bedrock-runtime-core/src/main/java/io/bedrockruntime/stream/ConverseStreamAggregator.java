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
 * Gathers the events of one ConverseStream into the response that Converse would have
 * given. Feed it each event, as with {@code events.doOnNext(aggregator::accept)}, take
 * what has come with {@link #soFar()} at any time and from any thread, also after the
 * stream failed, and the whole with {@link #response()} at the end.
 * <p>
 * Nothing that came is left out of the message. Members of a start or a delta that are
 * not known stand in the block's {@code unknownMembers}. A kind of block that is not
 * known becomes a block with that name, its parts put together as those of known kinds
 * are: text is appended to text, list to list, objects are merged, and of other values
 * the last one counts. Deltas of different kinds in one block become one block for each
 * kind, except that citations and the text that they are about belong together. A block
 * of which only the end came is none. Events that are not known have no place in a
 * response; members of events that are not known, such as padding, have none either.
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
	 * Create one for one stream.
	 */
	public ConverseStreamAggregator() {
	}

	/**
	 * Gather events that nobody else wants to see.
	 * @param events the events
	 * @return the response, when the stream has ended
	 */
	public static Mono<ConverseResponse> aggregate(Flux<ConverseStreamOutput> events) {
		return Mono.defer(() -> {
			ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
			return events.doOnNext(aggregator::accept).then(Mono.fromSupplier(aggregator::response));
		});
	}

	/**
	 * Read events to the end, gather them and close the stream.
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
	 * Take the response that came before the first event, as with
	 * {@code operations.converseStream(request, aggregator::responded)}. Without it the
	 * aggregated response has no metadata.
	 * @param response the response without its stream
	 */
	public synchronized void responded(ConverseStreamResponse response) {
		this.responseMetadata = response.responseMetadata();
	}

	/**
	 * Take an event. It costs no more than the event is long, whatever came before.
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
	 * Return whether the events that end a stream have come.
	 * @return {@code true} if the response is whole
	 */
	public synchronized boolean isComplete() {
		return this.stop != null && this.metadata != null;
	}

	/**
	 * Return what has come so far. Until they come, the stop reason is empty and usage
	 * and metrics are zero. The input of a tool use that is not whole yet is a JSON
	 * string with the piece of JSON that is there. It costs as much as the response is
	 * long.
	 * @return the response so far
	 */
	public synchronized ConverseResponse soFar() {
		return toResponse(false);
	}

	/**
	 * Return the whole response. Where the model stopped before its end, as at
	 * {@code max_tokens}, the input of a tool use that is not whole is a JSON string, as
	 * in {@link #soFar()}.
	 * @return the response
	 * @throws TruncatedStreamException if the last events have not come
	 * @throws InvalidResponseException if the model came to its end and the input of a
	 * tool use is not JSON; it is then a JSON string in {@link #soFar()}
	 */
	public synchronized ConverseResponse response() {
		MessageStopEvent stop = this.stop;
		if (stop == null || this.metadata == null) {
			throw new TruncatedStreamException("ConverseStream failed: the events ended before "
					+ ((stop != null) ? "the metadata" : "the message stopped"), null);
		}
		// Any other reason tells of an answer that was cut, and the caller has to see it.
		StopReason reason = stop.stopReason();
		return toResponse(reason.equals(StopReason.END_TURN) || reason.equals(StopReason.TOOL_USE));
	}

	private ConverseResponse toResponse(boolean whole) {
		List<ContentBlock> content = new ArrayList<>();
		this.blocks.values().forEach((block) -> block.addTo(content, whole));
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
