package io.bedrockruntime.model;

/**
 * A union of the service's API, of which exactly one member is set: a sealed interface
 * with one record per member, which has that member as its only component, and a record
 * {@code Unknown} for members that this version does not know.
 *
 * @since 0.1.0
 */
public interface Union {

}
