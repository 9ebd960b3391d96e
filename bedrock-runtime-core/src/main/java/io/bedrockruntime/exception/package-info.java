/**
 * Everything that a call can fail with, as unchecked exceptions under one root: the
 * service's own errors by their AWS names, and the client-side faults apart from them.
 */
@NullMarked
package io.bedrockruntime.exception;

import org.jspecify.annotations.NullMarked;
