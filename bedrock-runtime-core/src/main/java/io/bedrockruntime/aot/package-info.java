/**
 * Hints for ahead-of-time processing and native images. Spring finds them through
 * {@code META-INF/spring/aot.factories}; nothing else uses this package. Start with
 * {@code BedrockRuntimeHints}.
 */
@NullMarked
package io.bedrockruntime.aot;

import org.jspecify.annotations.NullMarked;
