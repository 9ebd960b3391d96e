/**
 * API that applications use to configure the clients of the Amazon Bedrock Runtime:
 * properties, connection details, customizers and
 * {@link io.bedrockruntime.autoconfigure.BedrockRuntimeClients access to named clients}.
 * <p>
 * Everybody may use this package. It depends on no other package of this module. Start
 * with {@link io.bedrockruntime.autoconfigure.BedrockRuntimeProperties}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure;

import org.jspecify.annotations.NullMarked;
