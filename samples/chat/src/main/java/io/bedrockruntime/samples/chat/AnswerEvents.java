package io.bedrockruntime.samples.chat;

import java.time.Duration;

import io.bedrockruntime.model.converse.TokenUsage;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ReasoningContentBlockDelta;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.SynchronousSink;

/**
 * Turns the events of one ConverseStream call into those of the page, and takes the time.
 * Created when the call begins.
 */
class AnswerEvents {

	private final long began = System.nanoTime();

	private @Nullable Duration firstDelta;

	private @Nullable Duration firstText;

	private Duration stopped = Duration.ZERO;

	private String stopReason = "unknown";

	/**
	 * Pass on what the page shall know of an event.
	 * @param output the event as Bedrock sent it
	 * @param page takes the event for the page, if there is one
	 */
	void pass(ConverseStreamOutput output, SynchronousSink<ChatEvent> page) {
		if (output instanceof ConverseStreamOutput.MessageStart) {
			page.next(new ChatEvent.Start());
		}
		else if (output instanceof ConverseStreamOutput.ContentBlockDelta event) {
			pass(event.contentBlockDelta().delta(), page);
		}
		else if (output instanceof ConverseStreamOutput.MessageStop event) {
			this.stopped = elapsed();
			this.stopReason = event.messageStop().stopReason().value();
		}
		else if (output instanceof ConverseStreamOutput.Metadata event) {
			page.next(end(event.metadata().usage()));
		}
	}

	private void pass(ContentBlockDelta delta, SynchronousSink<ChatEvent> page) {
		if (this.firstDelta == null) {
			this.firstDelta = elapsed();
		}
		if (delta instanceof ContentBlockDelta.Text text) {
			if (this.firstText == null) {
				this.firstText = elapsed();
			}
			page.next(new ChatEvent.Text(text.text()));
		}
		else if (delta instanceof ContentBlockDelta.ReasoningContent reasoning
				&& reasoning.reasoningContent() instanceof ReasoningContentBlockDelta.Text text) {
			page.next(new ChatEvent.Reasoning(text.text()));
		}
	}

	private ChatEvent end(TokenUsage usage) {
		Long timeToFirstToken = (this.firstText != null) ? this.firstText.toMillis() : null;
		return new ChatEvent.End(this.stopReason, usage.inputTokens(), usage.outputTokens(), timeToFirstToken,
				tokensPerSecond(usage.outputTokens()));
	}

	private @Nullable Double tokensPerSecond(int tokens) {
		long millis = (this.firstDelta != null) ? this.stopped.minus(this.firstDelta).toMillis() : 0;
		// A text that came all at once has no speed.
		return (millis > 0) ? tokens * 1000.0 / millis : null;
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.began);
	}

}
