package io.bedrockruntime.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the unnamed client of the Amazon Bedrock Runtime, which
 * all named clients inherit.
 * <p>
 * Properties below {@code bedrock.runtime.clients.<name>} define an additional client. It
 * inherits each property that it does not set; a list is inherited or replaced as a unit.
 * Some properties are not inherited, because they depend on another one that the client
 * sets itself:
 * <ul>
 * <li>A client that sets a key or a profile does not inherit the API key, the access key
 * with secret key and session token, the profile, the role and the preference. It
 * authenticates with its own key or profile, regardless of beans and the environment. A
 * client that sets a role assumes it with the credentials that it inherits.</li>
 * <li>A client that sets a region, an endpoint, a key or a profile does not inherit the
 * failover targets.</li>
 * <li>A client that sets another guardrail does not inherit the version. The guardrail
 * itself is inherited even in another region, where calls with it fail.</li>
 * <li>A client that sets another proxy does not inherit the proxy's port, user name and
 * password.</li>
 * </ul>
 * A client in another region inherits the endpoint as well, unless it is an AWS endpoint,
 * which belongs to one region: then the client cannot be used until it sets its own. An
 * empty value has the same effect as no value. Connection details apply to each client.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(BedrockRuntimeProperties.PREFIX)
public class BedrockRuntimeProperties extends BedrockRuntimeClientProperties {

	public static final String PREFIX = "bedrock.runtime";

}
