package io.bedrockruntime.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the Amazon Bedrock Runtime: those of the unnamed client,
 * which all others inherit.
 * <p>
 * What is set below {@code bedrock.runtime.clients.<name>} makes a further client. It has
 * each property from there, or else from here, or else by default; a list is taken as a
 * whole. Some are not inherited, as they say nothing without one that the client sets
 * itself:
 * <ul>
 * <li>API key, access key with secret key and session token, profile, role and
 * preference, by a client that sets a key or a profile. It authenticates with that,
 * whatever beans and environment have. One that sets a role assumes it with the
 * credentials that it inherits.</li>
 * <li>Targets to fail over to, by a client that sets a region, an endpoint, a key or a
 * profile. It stays where it was put.</li>
 * <li>Version of the guardrail, by one that sets another guardrail. The guardrail itself
 * is inherited even in another region, where calls fail that should have it.</li>
 * <li>Port, user and password of the proxy, by one that sets another proxy.</li>
 * </ul>
 * An endpoint is inherited by a client in another region as well, unless it is one of AWS
 * and thereby of one region: then that client cannot be used until it sets its own. What
 * is left empty is as if it was not set at all, here or there. Connection details count
 * for each client.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(BedrockRuntimeProperties.PREFIX)
public class BedrockRuntimeProperties extends BedrockRuntimeClientProperties {

	public static final String PREFIX = "bedrock.runtime";

}
