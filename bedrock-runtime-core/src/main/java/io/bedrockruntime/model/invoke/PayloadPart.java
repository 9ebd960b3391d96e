package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Payload part.
 *
 * @param bytes the bytes
 * @since 0.1.0
 */
public record PayloadPart(@Nullable Blob bytes) implements Structure {

}
