package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a streamed response.
 *
 * @param bytes the bytes in the model's native format
 * @since 0.1.0
 */
public record PayloadPart(@Nullable Blob bytes) implements Structure {

}
