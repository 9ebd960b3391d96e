package io.bedrockruntime.samples.guardedrest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application that classifies tickets of customers.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class GuardedRestApplication {

	public static void main(String[] args) {
		SpringApplication.run(GuardedRestApplication.class, args);
	}

}
