package io.bedrockruntime.sdk;

import tools.jackson.databind.node.ObjectNode;

/**
 * Test case: the members of a shape with values.
 *
 * @param name the path of the member or variant under test
 * @param members the values by member, wherever a member is bound
 */
record Case(String name, ObjectNode members) {
}
