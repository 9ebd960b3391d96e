/**
 * Asynchronous invocations and the folder that replaces S3. For operations, the server
 * and the emulator itself; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.async.AsyncInvocations}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.async;

import org.jspecify.annotations.NullMarked;
