package io.bedrockruntime.stream;

import io.bedrockruntime.model.content.ContentBlock;

/**
 * Aggregator of the deltas of one kind in a block of a streamed message.
 */
interface AggregatedPart {

	/**
	 * Return the block so far.
	 * @param complete whether no more deltas follow, so that incomplete content is
	 * invalid
	 */
	ContentBlock toContent(boolean complete);

}
