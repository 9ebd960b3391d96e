package io.bedrockruntime.test.mock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ConversationRole;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.ConverseTrace;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ContentBlockDeltaEvent;
import io.bedrockruntime.model.converse.stream.ContentBlockStart;
import io.bedrockruntime.model.converse.stream.ContentBlockStartEvent;
import io.bedrockruntime.model.converse.stream.ContentBlockStopEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamMetadataEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamMetrics;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamTrace;
import io.bedrockruntime.model.converse.stream.MessageStartEvent;
import io.bedrockruntime.model.converse.stream.MessageStopEvent;
import io.bedrockruntime.model.converse.stream.ToolUseBlockDelta;
import io.bedrockruntime.model.converse.stream.ToolUseBlockStart;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Factory of ConverseStream streams with all events that the service sends: the start of
 * the message, its blocks, its end, and the usage. For the blocking interface see
 * {@link EventStreams}.
 *
 * @since 0.1.0
 */
public final class ConverseStreams {

	private ConverseStreams() {
	}

	/**
	 * Return a stream of text.
	 * @param parts the pieces of the text
	 * @return the stream
	 */
	public static Flux<ConverseStreamOutput> text(String... parts) {
		ConverseResponse response = ConverseResponses.text(String.join("", parts));
		return Flux.fromIterable(allEvents(response, textDeltas(List.of(parts), 0)));
	}

	/**
	 * Return a response as a stream: text is split into words, the input of a tool is one
	 * piece, and other blocks are left out.
	 * @param response the response, for example one of {@link ConverseResponses}
	 * @return the stream
	 */
	public static Flux<ConverseStreamOutput> of(ConverseResponse response) {
		Message message = response.message();
		List<ConverseStreamOutput> blocks = new ArrayList<>();
		int index = 0;
		for (ContentBlock block : (message != null) ? message.content() : List.<ContentBlock>of()) {
			List<ConverseStreamOutput> events = block(block, index);
			blocks.addAll(events);
			index += events.isEmpty() ? 0 : 1;
		}
		return Flux.fromIterable(allEvents(response, blocks));
	}

	/**
	 * Return a stream of text that fails.
	 * @param failure the failure, for example one of {@link ServiceExceptions}
	 * @param partsBefore the pieces of text before the failure
	 * @return the stream
	 */
	public static Flux<ConverseStreamOutput> failing(Throwable failure, String... partsBefore) {
		List<ConverseStreamOutput> events = new ArrayList<>();
		events.add(start());
		for (String part : partsBefore) {
			events.add(delta(ContentBlockDelta.text(part), 0));
		}
		return Flux.fromIterable(events).concatWith(Flux.error(failure));
	}

	private static List<ConverseStreamOutput> allEvents(ConverseResponse response, List<ConverseStreamOutput> blocks) {
		List<ConverseStreamOutput> events = new ArrayList<>();
		events.add(start());
		events.addAll(blocks);
		events.add(ConverseStreamOutput
			.messageStop(new MessageStopEvent(response.stopReason(), response.additionalModelResponseFields())));
		events.add(ConverseStreamOutput.metadata(new ConverseStreamMetadataEvent(response.usage(),
				new ConverseStreamMetrics(response.metrics().latencyMs()), trace(response.trace()),
				response.performanceConfig(), response.serviceTier())));
		return events;
	}

	private static @Nullable ConverseStreamTrace trace(@Nullable ConverseTrace trace) {
		return (trace != null) ? new ConverseStreamTrace(trace.guardrail(), trace.promptRouter()) : null;
	}

	private static List<ConverseStreamOutput> block(ContentBlock block, int index) {
		if (block instanceof ContentBlock.Text text) {
			return textDeltas(Arrays.asList(text.text().split("(?<=\\s)")), index);
		}
		return (block instanceof ContentBlock.ToolUse toolUse) ? toolUse(toolUse.toolUse(), index) : List.of();
	}

	private static List<ConverseStreamOutput> textDeltas(List<String> parts, int index) {
		List<ConverseStreamOutput> events = new ArrayList<>();
		parts.forEach((part) -> events.add(delta(ContentBlockDelta.text(part), index)));
		events.add(stop(index));
		return events;
	}

	private static List<ConverseStreamOutput> toolUse(ToolUseBlock toolUse, int index) {
		ContentBlockStart start = ContentBlockStart
			.toolUse(new ToolUseBlockStart(toolUse.toolUseId(), toolUse.name(), toolUse.type(), Map.of()));
		ContentBlockDelta input = ContentBlockDelta
			.toolUse(new ToolUseBlockDelta(toolUse.input().toString(), Map.of()));
		return List.of(ConverseStreamOutput.contentBlockStart(new ContentBlockStartEvent(start, index)),
				delta(input, index), stop(index));
	}

	private static ConverseStreamOutput start() {
		return ConverseStreamOutput.messageStart(new MessageStartEvent(ConversationRole.ASSISTANT));
	}

	private static ConverseStreamOutput delta(ContentBlockDelta delta, int index) {
		return ConverseStreamOutput.contentBlockDelta(new ContentBlockDeltaEvent(delta, index));
	}

	private static ConverseStreamOutput stop(int index) {
		return ConverseStreamOutput.contentBlockStop(new ContentBlockStopEvent(index));
	}

}
