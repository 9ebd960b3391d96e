package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.signing.StaticApiKeyProvider;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Decides how the client authenticates. What is said to this client comes before what is
 * said to the whole application, and that before what the environment happens to hold:
 * connection details, properties, beans, the environment's API key, AWS's default chain.
 * Nothing is read or asked here, only chosen.
 */
class AuthenticationResolver {

	static final String ENVIRONMENT_API_KEY = "AWS_BEARER_TOKEN_BEDROCK";

	static final String SYSTEM_PROPERTY_API_KEY = "aws.bearerTokenBedrock";

	private static final Log logger = LogFactory.getLog(AuthenticationResolver.class);

	private final BedrockRuntimeConnectionDetails details;

	private final BedrockRuntimeProperties.Credentials properties;

	private final Environment environment;

	AuthenticationResolver(BedrockRuntimeConnectionDetails details, BedrockRuntimeProperties.Credentials properties,
			Environment environment) {
		this.details = details;
		this.properties = properties;
		this.environment = environment;
	}

	BedrockRuntimeAuthentication resolve(ObjectProvider<IdentityProvider<? extends TokenIdentity>> apiKeyProviders,
			ObjectProvider<IdentityProvider<? extends AwsCredentialsIdentity>> credentialsProviders) {
		BedrockRuntimeAuthentication authentication = ofSettings();
		if (authentication == null) {
			authentication = ofBeans(apiKeyProviders, credentialsProviders);
		}
		if (authentication == null) {
			authentication = ofEnvironment();
		}
		logger.debug("Bedrock Runtime authenticates with " + authentication);
		return authentication;
	}

	private @Nullable BedrockRuntimeAuthentication ofSettings() {
		CredentialSettings given = CredentialSettings.of(this.details);
		if (given.isEmpty()) {
			given = CredentialSettings.of(this.properties);
		}
		given.validate();
		if (given.apiKey() != null) {
			return BedrockRuntimeAuthentication.withApiKey(new StaticApiKeyProvider(given.apiKey()), given.source());
		}
		if (given.accessKey() != null) {
			return BedrockRuntimeAuthentication
				.withCredentials(StaticCredentialsProvider.create(given.toAwsCredentials()), given.source());
		}
		if (given.profile() != null) {
			ProfileCredentialsProvider provider = ProfileCredentialsProvider.create(given.profile());
			return BedrockRuntimeAuthentication.withCredentials(provider, provider, given.source());
		}
		return null;
	}

	private @Nullable BedrockRuntimeAuthentication ofBeans(
			ObjectProvider<IdentityProvider<? extends TokenIdentity>> apiKeyProviders,
			ObjectProvider<IdentityProvider<? extends AwsCredentialsIdentity>> credentialsProviders) {
		// The rarer comes first: credentials may be there for other services of AWS.
		IdentityProvider<? extends TokenIdentity> apiKeyProvider = apiKeyProviders.getIfAvailable();
		if (apiKeyProvider != null) {
			return BedrockRuntimeAuthentication.withApiKey(apiKeyProvider, "bean");
		}
		IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider = credentialsProviders.getIfAvailable();
		if (credentialsProvider == null) {
			return null;
		}
		if (environmentApiKey() != null) {
			logger.info("API key of the environment (" + ENVIRONMENT_API_KEY + ") is not used, as there is a bean that "
					+ "provides credentials. Set 'bedrock.runtime.credentials.api-key' to prefer it");
		}
		return BedrockRuntimeAuthentication.withCredentials(credentialsProvider, "bean");
	}

	private BedrockRuntimeAuthentication ofEnvironment() {
		String apiKey = environmentApiKey();
		if (apiKey != null) {
			return BedrockRuntimeAuthentication.withApiKey(new StaticApiKeyProvider(apiKey), ENVIRONMENT_API_KEY);
		}
		DefaultCredentialsProvider provider = DefaultCredentialsProvider.builder().build();
		return BedrockRuntimeAuthentication.withCredentials(provider, provider, "AWS's default chain");
	}

	private @Nullable String environmentApiKey() {
		// The system property first, as the AWS SDK for Java has it.
		String apiKey = this.environment.getProperty(SYSTEM_PROPERTY_API_KEY);
		if (!StringUtils.hasText(apiKey)) {
			apiKey = this.environment.getProperty(ENVIRONMENT_API_KEY);
		}
		return StringUtils.hasText(apiKey) ? apiKey : null;
	}

}
