package io.bedrockruntime.autoconfigure.endpoint;

import io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the endpoint that describes the
 * clients of the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BedrockRuntimeAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(BedrockRuntimeEndpoint.class)
@ConditionalOnBean(ConfiguredClients.class)
public final class BedrockRuntimeEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BedrockRuntimeEndpoint bedrockRuntimeEndpoint(ObjectProvider<ConfiguredClients> clients) {
		return new BedrockRuntimeEndpoint(clients::getObject);
	}

}
