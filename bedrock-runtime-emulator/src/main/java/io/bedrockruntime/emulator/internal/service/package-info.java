/**
 * Model of the service: its operations, shapes, routes, model identifiers and errors. For
 * every package of the emulator above {@code support}; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.service.ServiceModel}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.service;

import org.jspecify.annotations.NullMarked;
