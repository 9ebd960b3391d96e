/**
 * Channel handlers and exception translation for Reactor Netty. Internal: used by the
 * HTTP clients and by the life of a call. Start with
 * {@link io.bedrockruntime.internal.exception.TransportExceptionTranslator}.
 */
@NullMarked
package io.bedrockruntime.internal.netty;

import org.jspecify.annotations.NullMarked;
