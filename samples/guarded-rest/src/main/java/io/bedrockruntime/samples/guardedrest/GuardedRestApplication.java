package io.bedrockruntime.samples.guardedrest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Reads tickets of customers and tells what they are about.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class GuardedRestApplication {

	public static void main(String[] args) {
		SpringApplication.run(GuardedRestApplication.class, args);
	}

}
