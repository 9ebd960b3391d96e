package io.bedrockruntime.benchmarks.start;

import java.util.Map;

import io.bedrockruntime.benchmarks.process.ParentOutput;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Main class that starts a WebFlux application in a fresh JVM. It must not depend on the
 * starter.
 */
final class WebFluxMain {

	private WebFluxMain() {
	}

	/**
	 * Start the application.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(Map.of("server.port", "0", "bedrock.runtime.region", "us-east-1",
				"bedrock.runtime.credentials.access-key", "AKIDEXAMPLE", "bedrock.runtime.credentials.secret-key",
				"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
		double cpu = StartupFigures.cpu();
		long start = System.nanoTime();
		application.run(arguments);
		ParentOutput.sendFigure("wall", (System.nanoTime() - start) / 1e6);
		ParentOutput.sendFigure("cpu", StartupFigures.cpu() - cpu);
		ParentOutput.sendFigure("classes", StartupFigures.classes());
		Runtime.getRuntime().halt(0);
	}

	/** Contains auto-configuration only. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
