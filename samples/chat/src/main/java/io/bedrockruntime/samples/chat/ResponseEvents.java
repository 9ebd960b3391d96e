package io.bedrockruntime.samples.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.content.ToolResultStatus;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.TokenUsage;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ContentBlockDeltaEvent;
import io.bedrockruntime.model.converse.stream.ContentBlockStart;
import io.bedrockruntime.model.converse.stream.ContentBlockStartEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamMetadataEvent;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ReasoningContentBlockDelta;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.SynchronousSink;

/**
 * Converter of the events of the ConverseStream calls for one response into events of the
 * page. It also measures the time, from its creation when the first call begins.
 */
class ResponseEvents {

	private final long began = System.nanoTime();

	private final Map<Integer, String> toolUses = new HashMap<>();

	private ConverseStreamAggregator aggregator = new ConverseStreamAggregator();

	private @Nullable Duration firstText;

	private @Nullable Duration firstDelta;

	private Duration generated = Duration.ZERO;

	private StopReason stopReason = StopReason.of("unknown");

	private int calls;

	private int inputTokens;

	private int outputTokens;

	/**
	 * Return the aggregated response of the last call, and prepare for the next call.
	 * @return the response
	 */
	ConverseResponse response() {
		// Only a tool needs complete input: a truncated text is still useful.
		ConverseResponse response = this.stopReason.equals(StopReason.TOOL_USE) ? this.aggregator.response()
				: this.aggregator.soFar();
		this.aggregator = new ConverseStreamAggregator();
		this.toolUses.clear();
		this.firstDelta = null;
		return response;
	}

	int calls() {
		return this.calls;
	}

	/**
	 * Convert an event.
	 * @param output the event of the service
	 * @param page the sink for the event of the page, if there is one
	 */
	void pass(ConverseStreamOutput output, SynchronousSink<ChatEvent> page) {
		this.aggregator.accept(output);
		if (output instanceof ConverseStreamOutput.MessageStart && this.calls++ == 0) {
			page.next(new ChatEvent.Start());
		}
		else if (output instanceof ConverseStreamOutput.ContentBlockStart event) {
			pass(event.contentBlockStart(), page);
		}
		else if (output instanceof ConverseStreamOutput.ContentBlockDelta event) {
			pass(event.contentBlockDelta(), page);
		}
		else if (output instanceof ConverseStreamOutput.MessageStop event) {
			if (this.firstDelta != null) {
				this.generated = this.generated.plus(elapsed()).minus(this.firstDelta);
			}
			this.stopReason = event.messageStop().stopReason();
		}
		else if (output instanceof ConverseStreamOutput.Metadata event) {
			pass(event.metadata(), page);
		}
	}

	private void pass(ContentBlockStartEvent event, SynchronousSink<ChatEvent> page) {
		if (event.start() instanceof ContentBlockStart.ToolUse start) {
			this.toolUses.put(event.contentBlockIndex(), start.toolUse().toolUseId());
			page.next(new ChatEvent.ToolUse(start.toolUse().toolUseId(), start.toolUse().name()));
		}
	}

	private void pass(ContentBlockDeltaEvent event, SynchronousSink<ChatEvent> page) {
		if (this.firstDelta == null) {
			this.firstDelta = elapsed();
		}
		if (event.delta() instanceof ContentBlockDelta.Text text) {
			if (this.firstText == null) {
				this.firstText = elapsed();
			}
			page.next(new ChatEvent.Text(text.text()));
		}
		else if (event.delta() instanceof ContentBlockDelta.ToolUse input) {
			String id = this.toolUses.getOrDefault(event.contentBlockIndex(), "");
			page.next(new ChatEvent.ToolInput(id, input.toolUse().input()));
		}
		else if (event.delta() instanceof ContentBlockDelta.ReasoningContent reasoning) {
			if (reasoning.reasoningContent() instanceof ReasoningContentBlockDelta.Text text) {
				page.next(new ChatEvent.Reasoning(text.text()));
			}
			else if (reasoning.reasoningContent() instanceof ReasoningContentBlockDelta.RedactedContent) {
				page.next(new ChatEvent.RedactedReasoning());
			}
		}
	}

	private void pass(ConverseStreamMetadataEvent metadata, SynchronousSink<ChatEvent> page) {
		TokenUsage usage = metadata.usage();
		this.inputTokens += usage.inputTokens();
		this.outputTokens += usage.outputTokens();
		List<GuardrailFinding> findings = (metadata.trace() != null && metadata.trace().guardrail() != null)
				? GuardrailFinding.of(metadata.trace().guardrail()) : List.of();
		boolean stopped = this.stopReason.equals(StopReason.GUARDRAIL_INTERVENED);
		if (stopped || !findings.isEmpty()) {
			boolean blocked = stopped
					&& (findings.isEmpty() || findings.stream().anyMatch(GuardrailFinding::isBlocked));
			page.next(new ChatEvent.Guardrail(blocked, findings));
		}
	}

	/**
	 * Return the events for the tool results at the end of a conversation.
	 * @param messages the conversation, which ends with the results
	 * @return the events in order
	 */
	static List<ChatEvent> toolResults(List<Message> messages) {
		List<ChatEvent> events = new ArrayList<>();
		for (ContentBlock block : messages.get(messages.size() - 1).content()) {
			if (block instanceof ContentBlock.ToolResult result) {
				events.add(toolResult(result.toolResult()));
			}
		}
		return events;
	}

	private static ChatEvent toolResult(ToolResultBlock result) {
		return new ChatEvent.ToolResult(result.toolUseId(),
				result.content().stream().map(ResponseEvents::text).collect(Collectors.joining("\n")),
				ToolResultStatus.ERROR.equals(result.status()));
	}

	private static String text(ToolResultContentBlock block) {
		if (block instanceof ToolResultContentBlock.Json json) {
			return json.json().toString();
		}
		return (block instanceof ToolResultContentBlock.Text text) ? text.text() : BedrockRuntimeJson.memberName(block);
	}

	/**
	 * Return the last event of a complete response.
	 * @param answer the messages of the response, if the conversation can continue from
	 * them
	 * @return the event
	 */
	ChatEvent end(@Nullable String answer) {
		Long timeToFirstToken = (this.firstText != null) ? this.firstText.toMillis() : null;
		return new ChatEvent.End(this.stopReason.value(), this.calls, this.inputTokens, this.outputTokens,
				timeToFirstToken, tokensPerSecond(), answer);
	}

	private @Nullable Double tokensPerSecond() {
		long millis = this.generated.toMillis();
		// A text that arrives all at once has no speed.
		return (millis > 0 && this.outputTokens > 0) ? this.outputTokens * 1000.0 / millis : null;
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.began);
	}

}
