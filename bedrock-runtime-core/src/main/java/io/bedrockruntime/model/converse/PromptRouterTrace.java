package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Decision of a prompt router.
 *
 * @param invokedModelId the model that it chose
 * @since 0.1.0
 */
public record PromptRouterTrace(@Nullable String invokedModelId) implements Structure {

}
