/**
 * Service connections of Docker Compose.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.docker.compose;

import org.jspecify.annotations.NullMarked;
