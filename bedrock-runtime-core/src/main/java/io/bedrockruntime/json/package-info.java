/**
 * JSON of the model: the library's own mapper and the codec of structures and unions.
 */
@NullMarked
package io.bedrockruntime.json;

import org.jspecify.annotations.NullMarked;
