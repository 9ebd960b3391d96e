/**
 * JSON of the model: the mapper of the library and the codec of structures and unions.
 */
@NullMarked
package io.bedrockruntime.json;

import org.jspecify.annotations.NullMarked;
