/**
 * Operations of the service and how each is bound to HTTP: path, headers, body, response
 * and errors. Internal: used by the clients and by the life of a call. Start with
 * {@link io.bedrockruntime.internal.operation.OperationCall}.
 */
@NullMarked
package io.bedrockruntime.internal.operation;

import org.jspecify.annotations.NullMarked;
