package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Prompt router trace.
 *
 * @param invokedModelId the invoked model id
 * @since 0.1.0
 */
public record PromptRouterTrace(@Nullable String invokedModelId) implements Structure {

}
