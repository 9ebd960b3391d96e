/**
 * Support for tests of applications that use the Amazon Bedrock Runtime, with an emulator
 * inside the test.
 */
@NullMarked
package io.bedrockruntime.test;

import org.jspecify.annotations.NullMarked;
