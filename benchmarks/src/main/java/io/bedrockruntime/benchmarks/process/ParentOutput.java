package io.bedrockruntime.benchmarks.process;

import java.io.PrintStream;

/**
 * Lines that a child JVM sends to its parent. Other lines may be printed between them.
 * This is a class by itself so that a child that measures its own start loads nothing
 * more.
 */
public final class ParentOutput {

	/** Prefix of the lines for the parent. */
	static final String PREFIX = "> ";

	private ParentOutput() {
	}

	/**
	 * Send a line.
	 * @param out the standard output that the JVM was started with
	 * @param line the line
	 */
	public static void send(PrintStream out, Object line) {
		out.println(PREFIX + line);
		out.flush();
	}

	/**
	 * Send a figure to {@link ChildProcess#figures}.
	 * @param name the name of the figure
	 * @param value the value
	 */
	public static void sendFigure(String name, double value) {
		System.out.println(PREFIX + name + "=" + value);
	}

}
