package io.bedrockruntime.model;

/**
 * Structure of the service's API: a record whose components are the structure's members,
 * in the API's order and under the API's names. A component that may be {@code null} is
 * an optional member, and {@code null} means that it is absent.
 *
 * @since 0.1.0
 */
public interface Structure {

}
