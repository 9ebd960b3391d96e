package io.awspring.cloud.autoconfigure.core;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Stands in for that of Spring Cloud AWS, which contributes a provider to each
 * application.
 */
@AutoConfiguration
@ConditionalOnMissingBean(AwsCredentialsProvider.class)
public class CredentialsProviderAutoConfiguration {

	@Bean
	AwsCredentialsProvider credentialsProvider() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create("library-access", "library-secret"));
	}

}
