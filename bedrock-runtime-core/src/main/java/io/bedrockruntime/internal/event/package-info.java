/**
 * Readers that turn the messages of an event stream into events of an operation.
 * Internal: used by the life of a call. Start with
 * {@link io.bedrockruntime.internal.event.ServiceEventReader}.
 */
@NullMarked
package io.bedrockruntime.internal.event;

import org.jspecify.annotations.NullMarked;
