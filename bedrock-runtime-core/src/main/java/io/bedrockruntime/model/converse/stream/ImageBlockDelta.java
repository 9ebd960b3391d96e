package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ErrorBlock;
import io.bedrockruntime.model.content.ImageSource;
import org.jspecify.annotations.Nullable;

/**
 * Image block delta.
 *
 * @param source the source
 * @param error the error
 * @since 0.1.0
 */
public record ImageBlockDelta(@Nullable ImageSource source, @Nullable ErrorBlock error) implements Structure {

}
