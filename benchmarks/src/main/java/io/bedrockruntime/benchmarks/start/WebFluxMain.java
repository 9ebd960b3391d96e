package io.bedrockruntime.benchmarks.start;

import java.util.Map;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * The start of a WebFlux application in a fresh JVM. This must not need the starter.
 */
final class WebFluxMain {

	private WebFluxMain() {
	}

	/**
	 * Start the application.
	 * @param arguments nothing
	 */
	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(Map.of("server.port", "0", "bedrock.runtime.region", "us-east-1",
				"bedrock.runtime.credentials.access-key", "AKIDEXAMPLE", "bedrock.runtime.credentials.secret-key",
				"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
		double cpu = ProcessFigures.cpu();
		long start = System.nanoTime();
		application.run(arguments);
		ChildJvm.tell("wall", (System.nanoTime() - start) / 1e6);
		ChildJvm.tell("cpu", ProcessFigures.cpu() - cpu);
		ChildJvm.tell("classes", ProcessFigures.classes());
		Runtime.getRuntime().halt(0);
	}

	/** Has nothing but what is configured by itself. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
