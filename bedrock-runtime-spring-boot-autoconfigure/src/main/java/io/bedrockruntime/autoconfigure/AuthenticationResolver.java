package io.bedrockruntime.autoconfigure;

import java.util.function.Supplier;

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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Decides how the client authenticates: as the connection details say, with a provider
 * bean of the application's own, as the properties say, with a provider bean that a
 * library contributes to all applications, with the environment's API key, or as AWS's
 * default chain finds. With any credentials but those of connection details, a role is
 * assumed if the properties say so. Nobody is asked for credentials here.
 */
class AuthenticationResolver {

	static final String ENVIRONMENT_API_KEY = "AWS_BEARER_TOKEN_BEDROCK";

	static final String SYSTEM_PROPERTY_API_KEY = "aws.bearerTokenBedrock";

	private static final Log logger = LogFactory.getLog(AuthenticationResolver.class);

	private final BedrockRuntimeConnectionDetails details;

	private final BedrockRuntimeCredentialsProperties properties;

	private final Environment environment;

	private final AwsProfile profile;

	private final ConfigurableListableBeanFactory beanFactory;

	AuthenticationResolver(BedrockRuntimeConnectionDetails details, BedrockRuntimeCredentialsProperties properties,
			Environment environment, AwsProfile profile, ConfigurableListableBeanFactory beanFactory) {
		this.details = details;
		this.properties = properties;
		this.environment = environment;
		this.profile = profile;
		this.beanFactory = beanFactory;
	}

	/**
	 * Choose how to authenticate.
	 * @param region the region, which is needed to assume a role only
	 */
	BedrockRuntimeAuthentication resolve(Supplier<String> region) {
		CredentialSettings given = CredentialSettings.of(this.details);
		given.validate();
		BedrockRuntimeAuthentication authentication = !given.isEmpty() ? ofSettings(given) : null;
		if (authentication == null) {
			AssumeRoleSettings role = AssumeRoleSettings.of(this.properties.getAssumeRole());
			authentication = find(role != null);
			authentication = (role != null) ? assume(role, authentication, region) : authentication;
		}
		logger.debug("Bedrock Runtime authenticates with " + authentication);
		return authentication;
	}

	private BedrockRuntimeAuthentication find(boolean forRole) {
		CredentialSettings given = CredentialSettings.of(this.properties);
		given.validate();
		BedrockRuntimeAuthentication authentication = ofBeans(false, forRole);
		if (authentication != null && !given.isEmpty()) {
			logger.warn("Bedrock Runtime authenticates with the application's own provider bean, and not with what "
					+ given.names() + " say");
		}
		if (authentication == null && !given.isEmpty()) {
			authentication = ofSettings(given);
		}
		if (authentication == null) {
			authentication = ofBeans(true, forRole);
		}
		return (authentication != null) ? authentication : ofEnvironment(forRole);
	}

	private BedrockRuntimeAuthentication assume(AssumeRoleSettings role, BedrockRuntimeAuthentication source,
			Supplier<String> region) {
		IdentityProvider<? extends AwsCredentialsIdentity> provider = source.credentialsProvider();
		if (provider == null) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s' is given, and the bean that authenticates has an API key, which assumes no role"
						.formatted(AssumeRoleSettings.ARN),
					"Remove either.", AssumeRoleSettings.ARN);
		}
		modules().requireForRole(AssumeRoleSettings.ARN);
		return AssumedRole.with(source, provider, role, region.get(), this.profile);
	}

	private AwsModules modules() {
		return new AwsModules(this.beanFactory.getBeanClassLoader());
	}

	private BedrockRuntimeAuthentication ofSettings(CredentialSettings given) {
		if (given.apiKey() != null) {
			return BedrockRuntimeAuthentication.withApiKey(new StaticApiKeyProvider(given.apiKey()), given.source());
		}
		if (given.accessKey() != null) {
			return BedrockRuntimeAuthentication
				.withCredentials(StaticCredentialsProvider.create(given.toAwsCredentials()), given.source());
		}
		modules().requireForProfile(this.profile);
		ProfileCredentialsProvider provider = ProfileCredentialsProvider.builder()
			.profileFile(this.profile.files())
			.profileName(this.profile.name())
			.build();
		return BedrockRuntimeAuthentication.withCredentials(provider, provider, given.source());
	}

	private @Nullable BedrockRuntimeAuthentication ofBeans(boolean ofLibraries, boolean forRole) {
		// The rarer comes first: credentials may be there for other services of AWS.
		IdentityProvider<? extends TokenIdentity> apiKeyProvider = new IdentityProviderBeans<>(this.beanFactory,
				new ApiKeyProviders())
			.find(ofLibraries);
		if (apiKeyProvider != null) {
			return BedrockRuntimeAuthentication.withApiKey(apiKeyProvider, "bean");
		}
		IdentityProvider<? extends AwsCredentialsIdentity> provider = new IdentityProviderBeans<>(this.beanFactory,
				new CredentialsProviders())
			.find(ofLibraries);
		if (provider == null) {
			return null;
		}
		if (!forRole && environmentApiKey() != null) {
			logger.info("API key of the environment (" + ENVIRONMENT_API_KEY + ") is not used, as there is a bean that "
					+ "provides credentials. Set 'bedrock.runtime.credentials.api-key' to prefer it");
		}
		return BedrockRuntimeAuthentication.withCredentials(provider, "bean");
	}

	private BedrockRuntimeAuthentication ofEnvironment(boolean forRole) {
		String apiKey = environmentApiKey();
		if (apiKey != null && !forRole) {
			return BedrockRuntimeAuthentication.withApiKey(new StaticApiKeyProvider(apiKey), ENVIRONMENT_API_KEY);
		}
		DefaultCredentialsProvider provider = DefaultCredentialsProvider.builder()
			.profileFile(this.profile.files())
			.profileName(this.profile.name())
			.build();
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

	private static final class ApiKeyProviders
			extends ParameterizedTypeReference<IdentityProvider<? extends TokenIdentity>> {

	}

	private static final class CredentialsProviders
			extends ParameterizedTypeReference<IdentityProvider<? extends AwsCredentialsIdentity>> {

	}

}
