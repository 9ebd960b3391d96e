package io.bedrockruntime.sdk;

import tools.jackson.databind.node.ObjectNode;

/**
 * A shape's members with values.
 *
 * @param name which member or variant it is about, by its path
 * @param members the values by member, however a member travels
 */
record Case(String name, ObjectNode members) {
}
