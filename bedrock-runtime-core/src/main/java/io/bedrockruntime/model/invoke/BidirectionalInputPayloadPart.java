package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Bidirectional input payload part.
 *
 * @param bytes the bytes
 * @since 0.1.0
 */
public record BidirectionalInputPayloadPart(@Nullable Blob bytes) implements Structure {

}
