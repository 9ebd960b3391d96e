/**
 * HTTP clients and connection pools that the operations use, for applications that
 * configure or observe them. Public API; start with
 * {@link io.bedrockruntime.http.HttpClientResources}.
 */
@NullMarked
package io.bedrockruntime.http;

import org.jspecify.annotations.NullMarked;
