/**
 * The Converse operation.
 */
@NullMarked
package io.bedrockruntime.model.converse;

import org.jspecify.annotations.NullMarked;
