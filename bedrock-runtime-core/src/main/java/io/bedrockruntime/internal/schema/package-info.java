/**
 * JSON schemas derived from Java types, and values read against them. Internal: used by
 * the clients and by tools. Start with
 * {@link io.bedrockruntime.internal.schema.JsonSchemas}.
 */
@NullMarked
package io.bedrockruntime.internal.schema;

import org.jspecify.annotations.NullMarked;
