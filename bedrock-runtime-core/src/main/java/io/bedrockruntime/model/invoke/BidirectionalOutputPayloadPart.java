package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A part of the output of a model over a bidirectional stream.
 *
 * @param bytes the bytes, base64 in JSON
 * @since 0.1.0
 */
public record BidirectionalOutputPayloadPart(@Nullable Blob bytes) implements Structure {

}
