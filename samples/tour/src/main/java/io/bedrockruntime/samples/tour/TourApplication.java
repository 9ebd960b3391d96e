package io.bedrockruntime.samples.tour;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Every operation of the Amazon Bedrock Runtime on the command line.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TourApplication {

	public static void main(String[] args) {
		System.exit(SpringApplication.exit(SpringApplication.run(TourApplication.class, args)));
	}

}
