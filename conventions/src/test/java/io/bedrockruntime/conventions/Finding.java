package io.bedrockruntime.conventions;

/**
 * A breach of a convention.
 *
 * @param location {@code file:line}
 * @param found the text that breaks the convention
 * @param instead the advice for the author
 */
record Finding(String location, String found, String instead) {

	@Override
	public String toString() {
		return this.location + ": '" + this.found + "': " + this.instead;
	}

}
