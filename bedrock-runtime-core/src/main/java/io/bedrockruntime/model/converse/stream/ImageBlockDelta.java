package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ErrorBlock;
import io.bedrockruntime.model.content.ImageSource;
import org.jspecify.annotations.Nullable;

/**
 * A part of an image in a stream.
 *
 * @param source the bytes or the place where they are
 * @param error what went wrong when the model made the media
 * @since 0.1.0
 */
public record ImageBlockDelta(@Nullable ImageSource source, @Nullable ErrorBlock error) implements Structure {

}
