/**
 * Check that tests log no confidential text.
 */
@NullMarked
package io.bedrockruntime.logcheck;

import org.jspecify.annotations.NullMarked;
