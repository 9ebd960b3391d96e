package io.bedrockruntime.samples.tour;

import java.io.PrintStream;
import java.time.Duration;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.converse.ConverseResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ansi.AnsiOutput;
import org.springframework.boot.ansi.AnsiStyle;

/**
 * Printer of requests and responses in two columns.
 */
class Narrator {

	private static final int LABEL_WIDTH = 10;

	private static final int WIDTH = 100;

	private final PrintStream out;

	private String label = "";

	Narrator(PrintStream out) {
		this.out = out;
	}

	void say(String text) {
		this.out.println(text);
	}

	void blankLine() {
		this.out.println();
	}

	void heading(int number, OperationExample example) {
		String heading = "%2d  %s".formatted(number, example.operation());
		this.out.println();
		this.out.println("=".repeat(WIDTH));
		this.out.println(AnsiOutput.toString(AnsiStyle.BOLD, heading, AnsiStyle.NORMAL)
				+ " ".repeat(Math.max(2, WIDTH - heading.length() - example.http().length())) + example.http());
		this.label = "";
	}

	/** Begin one of several parts of an example. */
	void part(String title) {
		if (!this.label.isEmpty()) {
			this.out.println();
		}
		this.out.println(AnsiOutput.toString("--- ", AnsiStyle.BOLD, title, AnsiStyle.NORMAL));
		this.label = "";
	}

	void asked(String text) {
		note("asked", text);
	}

	void got(String text) {
		note("got", text);
	}

	/** Print token usage, request id and latency of a Converse response. */
	void facts(ConverseResponse response) {
		note("usage", response.usage().inputTokens() + " input tokens, " + response.usage().outputTokens()
				+ " output tokens");
		note("request", requestId(response.responseMetadata()) + ", " + response.metrics().latencyMs() + " ms");
	}

	/** Print the request id, and the token count and latency from the headers. */
	void facts(@Nullable ResponseMetadata metadata) {
		Integer tokens = (metadata != null) ? metadata.inputTokenCount() : null;
		Duration latency = (metadata != null) ? metadata.invocationLatency() : null;
		note("request", requestId(metadata) + ((tokens != null) ? ", " + tokens + " input tokens" : "")
				+ ((latency != null) ? ", " + latency.toMillis() + " ms" : ""));
	}

	private static String requestId(@Nullable ResponseMetadata metadata) {
		return (metadata != null && metadata.requestId() != null) ? metadata.requestId() : "unknown";
	}

	/** Print a text with a label, which is not repeated for consecutive texts. */
	void note(String label, String text) {
		try (RunningText running = running(label)) {
			running.print(text);
		}
	}

	/** Print a text with a label while it arrives. */
	RunningText running(String label) {
		String column = label.equals(this.label) ? "" : label;
		this.label = label;
		this.out.print(("%-" + LABEL_WIDTH + "s").formatted(column));
		return new RunningText(this.out, LABEL_WIDTH, WIDTH);
	}

}
