package io.bedrockruntime.stream;

import io.bedrockruntime.model.content.ContentBlock;

/**
 * What has come of one kind in a block of a streamed message.
 */
interface AggregatedPart {

	/**
	 * Return the block that this is so far.
	 * @param whole whether no more comes, so that what is not whole is broken
	 */
	ContentBlock toContent(boolean whole);

}
