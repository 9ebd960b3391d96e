/**
 * What all shapes of the service's API have in common.
 */
@NullMarked
package io.bedrockruntime.model;

import org.jspecify.annotations.NullMarked;
