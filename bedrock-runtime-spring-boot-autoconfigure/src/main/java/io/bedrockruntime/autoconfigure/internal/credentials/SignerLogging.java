package io.bedrockruntime.autoconfigure.internal.credentials;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Prevents AWS's signer from logging the headers that it signs, including session tokens,
 * when an application logs at DEBUG. A level for exactly that logger still applies.
 */
class SignerLogging implements EnvironmentPostProcessor {

	static final String LOGGER = "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.addLast(new MapPropertySource("bedrockRuntimeSignerLogging", Map.of("logging.level." + LOGGER, "info")));
	}

}
