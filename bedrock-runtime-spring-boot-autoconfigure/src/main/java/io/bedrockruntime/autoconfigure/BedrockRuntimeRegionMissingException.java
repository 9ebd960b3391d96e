package io.bedrockruntime.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when no region is given and none can be found.
 */
class BedrockRuntimeRegionMissingException extends RuntimeException {

	private final List<String> searched;

	BedrockRuntimeRegionMissingException(List<String> searched, @Nullable Throwable cause) {
		super("No region for the Amazon Bedrock Runtime", cause);
		this.searched = List.copyOf(searched);
	}

	/**
	 * Return where a region was looked for.
	 */
	List<String> getSearched() {
		return this.searched;
	}

}
