/**
 * Support for the emulator in a container.
 */
@NullMarked
package io.bedrockruntime.test.testcontainers;

import org.jspecify.annotations.NullMarked;
