package io.bedrockruntime.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component that holds content from a user or a model, or data that the
 * service declares sensitive. Its value is never part of {@code toString}.
 *
 * @since 0.1.0
 * @see Redaction
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sensitive {

}
