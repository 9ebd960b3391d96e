/**
 * Connection details for an emulator that Docker Compose runs.
 * <p>
 * Nothing here is public: Spring Boot finds the factory by {@code spring.factories}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.docker.compose;

import org.jspecify.annotations.NullMarked;
