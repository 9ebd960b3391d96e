/**
 * The CountTokens operation.
 */
@NullMarked
package io.bedrockruntime.model.counttokens;

import org.jspecify.annotations.NullMarked;
