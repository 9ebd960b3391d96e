package io.bedrockruntime.benchmarks.peer;

import java.util.HashMap;
import java.util.Map;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Spring Boot application with the starter, Actuator and Prometheus, and without a web
 * server.
 *
 * @param context the running application
 */
record OurApplication(ConfigurableApplicationContext context) {

	static OurApplication start(PeerSettings settings, boolean http2) {
		return new OurApplication(new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.registerShutdownHook(false)
			.properties(properties(settings, http2))
			.run());
	}

	private static Map<String, Object> properties(PeerSettings settings, boolean http2) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("bedrock.runtime.region", ExampleCredentials.REGION);
		properties.put("bedrock.runtime.credentials.access-key", ExampleCredentials.ACCESS_KEY);
		properties.put("bedrock.runtime.credentials.secret-key", ExampleCredentials.SECRET_KEY);
		properties.put("bedrock.runtime.endpoint", settings.endpoint().toString());
		properties.put("bedrock.runtime.http.max-connections", settings.connections());
		properties.put("bedrock.runtime.http.max-pending-acquires", 10_000);
		properties.put("bedrock.runtime.http.http2", http2 ? "required" : "disabled");
		return properties;
	}

	Peer reactivePeer() {
		return new OurReactivePeer(this.context.getBean(ReactiveBedrockRuntimeOperations.class), this.context::close);
	}

	Peer blockingPeer() {
		return new OurBlockingPeer(this.context.getBean(BedrockRuntimeOperations.class), this.context::close);
	}

	/** Contains auto-configuration only. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
