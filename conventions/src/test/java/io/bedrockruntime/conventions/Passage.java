package io.bedrockruntime.conventions;

/**
 * A piece of prose in a file. It has the line breaks of the file.
 *
 * @param file the name of the file
 * @param line the number of the first line, from 1
 * @param text the text without code
 */
record Passage(String file, int line, String text) {

	/**
	 * Return {@code file:line} of a position in the text.
	 */
	String locationOf(int position) {
		long breaks = this.text.substring(0, position).chars().filter((character) -> character == '\n').count();
		return this.file + ":" + (this.line + breaks);
	}

}
