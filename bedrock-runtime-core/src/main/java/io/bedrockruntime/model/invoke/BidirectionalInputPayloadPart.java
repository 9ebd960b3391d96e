package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A part of the input to a model over a bidirectional stream.
 *
 * @param bytes the bytes, 1 MB at most
 * @since 0.1.0
 */
public record BidirectionalInputPayloadPart(@Nullable Blob bytes) implements Structure {

}
