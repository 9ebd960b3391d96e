/**
 * Small classes that several packages of this module share. Internal: used by this module
 * and its benchmarks only, and subject to change without notice. Start with
 * {@link io.bedrockruntime.internal.BlockingCalls}.
 */
@NullMarked
package io.bedrockruntime.internal;

import org.jspecify.annotations.NullMarked;
