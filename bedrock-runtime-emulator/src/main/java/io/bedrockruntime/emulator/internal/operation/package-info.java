/**
 * Handlers of the service's operations, one per class. For the server; a reader starts
 * with {@link io.bedrockruntime.emulator.internal.operation.OperationHandler}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.operation;

import org.jspecify.annotations.NullMarked;
