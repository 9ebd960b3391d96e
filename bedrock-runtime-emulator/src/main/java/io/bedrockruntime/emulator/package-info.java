/**
 * Local Amazon Bedrock Runtime for development and tests. Public API: start it with
 * {@link io.bedrockruntime.emulator.BedrockRuntimeEmulator#builder()}. A reader starts
 * with {@link io.bedrockruntime.emulator.BedrockRuntimeEmulator}, which owns the server,
 * the script and the journal.
 */
@NullMarked
package io.bedrockruntime.emulator;

import org.jspecify.annotations.NullMarked;
