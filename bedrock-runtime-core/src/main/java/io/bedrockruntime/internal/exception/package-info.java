/**
 * Translation of failures of the service and of the transport into the exceptions of the
 * client. Internal: used by the life of a call and by the readers of events. Start with
 * {@link io.bedrockruntime.internal.exception.ServiceExceptionTranslator}.
 */
@NullMarked
package io.bedrockruntime.internal.exception;

import org.jspecify.annotations.NullMarked;
