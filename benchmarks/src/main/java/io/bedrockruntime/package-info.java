/**
 * What is measured of the client's inside, in its own package.
 */
@NullMarked
package io.bedrockruntime;

import org.jspecify.annotations.NullMarked;
