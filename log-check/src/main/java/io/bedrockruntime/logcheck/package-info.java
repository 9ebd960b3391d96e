/**
 * What the tests log is searched for what must never be logged.
 */
@NullMarked
package io.bedrockruntime.logcheck;

import org.jspecify.annotations.NullMarked;
