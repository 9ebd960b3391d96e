package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Bidirectional output payload part.
 *
 * @param bytes the bytes
 * @since 0.1.0
 */
public record BidirectionalOutputPayloadPart(@Nullable Blob bytes) implements Structure {

}
