package io.bedrockruntime.samples.tour;

import java.io.PrintStream;

/**
 * Text that is printed in a column piece by piece, each word as soon as it is complete.
 */
final class RunningText implements AutoCloseable {

	private final PrintStream out;

	private final int indent;

	private final int width;

	private final StringBuilder word = new StringBuilder();

	private int column;

	private boolean space;

	RunningText(PrintStream out, int indent, int width) {
		this.out = out;
		this.indent = indent;
		this.width = width;
		this.column = indent;
	}

	void print(String piece) {
		piece.chars().forEach((character) -> {
			if (Character.isWhitespace(character)) {
				endWord();
				if (character == '\n') {
					newLine();
				}
			}
			else {
				this.word.append((char) character);
			}
		});
		this.out.flush();
	}

	private void endWord() {
		if (this.word.isEmpty()) {
			return;
		}
		if (this.space && this.column + 1 + this.word.length() > this.width) {
			newLine();
		}
		if (this.column == 0) {
			this.out.print(" ".repeat(this.indent));
			this.column = this.indent;
		}
		this.out.print((this.space ? " " : "") + this.word);
		this.column += this.word.length() + (this.space ? 1 : 0);
		this.space = true;
		this.word.setLength(0);
	}

	private void newLine() {
		this.out.println();
		this.column = 0;
		this.space = false;
	}

	@Override
	public void close() {
		endWord();
		this.out.println();
	}

}
