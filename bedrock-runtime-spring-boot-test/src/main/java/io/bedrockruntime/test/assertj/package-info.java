/**
 * Assertions on the calls that an emulator has received.
 */
@NullMarked
package io.bedrockruntime.test.assertj;

import org.jspecify.annotations.NullMarked;
