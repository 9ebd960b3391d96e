package io.bedrockruntime.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component that holds what a user or a model wrote, or what the service
 * declares sensitive. Its value never shows in {@code toString}.
 *
 * @since 0.1.0
 * @see Redaction
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sensitive {

}
