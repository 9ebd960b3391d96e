package io.bedrockruntime.observation;

import org.jspecify.annotations.Nullable;

/**
 * Facts about an operation of the service that observations and metrics show.
 *
 * @param name the AWS name, such as {@code ConverseStream}
 * @param streaming whether the response is a stream of events
 * @param inference whether the operation runs a model, so that its calls consume tokens
 * @param genAiName the operation's name in the semantic conventions for generative AI,
 * such as {@code chat}; {@code null} if it depends on the model
 * @since 0.1.0
 */
public record ObservedOperation(String name, boolean streaming, boolean inference, @Nullable String genAiName) {

}
