/**
 * The InvokeGuardrailChecks operation.
 */
@NullMarked
package io.bedrockruntime.model.guardrailchecks;

import org.jspecify.annotations.NullMarked;
