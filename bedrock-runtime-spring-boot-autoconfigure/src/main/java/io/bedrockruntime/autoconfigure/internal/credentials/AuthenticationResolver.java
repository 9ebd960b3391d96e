package io.bedrockruntime.autoconfigure.internal.credentials;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties.AuthScheme;
import io.bedrockruntime.autoconfigure.internal.aws.AwsModules;
import io.bedrockruntime.autoconfigure.internal.aws.AwsProfile;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.identity.StaticApiKeyProvider;
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
 * Resolves the authentication of a client. The first of these sources applies: the
 * connection details, a provider bean of the application, the API key of the properties,
 * the API key of the environment (before all credentials, as in AWS's SDKs), the
 * credentials of the properties, a provider bean of a library, AWS's default chain. A
 * preference for an authentication scheme overrides this order. With any credentials
 * except those of connection details, a role is assumed if the properties configure one.
 * No provider is contacted here.
 */
public class AuthenticationResolver {

	static final String ENVIRONMENT_API_KEY = "AWS_BEARER_TOKEN_BEDROCK";

	static final String SYSTEM_PROPERTY_API_KEY = "aws.bearerTokenBedrock";

	private static final Log logger = LogFactory.getLog(AuthenticationResolver.class);

	private final @Nullable BedrockRuntimeConnectionDetails details;

	private final BedrockRuntimeCredentialsProperties properties;

	private final Environment environment;

	private final AwsProfile profile;

	private final ConfigurableListableBeanFactory beanFactory;

	public AuthenticationResolver(@Nullable BedrockRuntimeConnectionDetails details,
			BedrockRuntimeCredentialsProperties properties, Environment environment, AwsProfile profile,
			ConfigurableListableBeanFactory beanFactory) {
		this.details = details;
		this.properties = properties;
		this.environment = environment;
		this.profile = profile;
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the authentication.
	 * @param region the region, which is only needed to assume a role
	 */
	public BedrockRuntimeAuthentication resolve(Supplier<String> region) {
		return resolve(region, this::find);
	}

	/**
	 * Return the authentication of the properties, regardless of beans and the
	 * environment.
	 * @param region the region, which is only needed to assume a role
	 */
	public BedrockRuntimeAuthentication resolveProperties(Supplier<String> region) {
		return resolve(region, () -> {
			CredentialSettings given = CredentialSettings.of(this.properties);
			given.validate();
			given.validate(this.properties.getAuthSchemePreference());
			return ofSettings(given);
		});
	}

	private BedrockRuntimeAuthentication resolve(Supplier<String> region,
			Supplier<BedrockRuntimeAuthentication> source) {
		CredentialSettings given = CredentialSettings.of(this.details);
		given.validate();
		BedrockRuntimeAuthentication authentication = !given.isEmpty() ? ofSettings(given) : null;
		if (authentication == null) {
			AssumeRoleSettings role = AssumeRoleSettings.of(this.properties.getAssumeRole());
			authentication = source.get();
			authentication = (role != null) ? assume(role, authentication, region) : authentication;
		}
		logger.debug("Bedrock Runtime authenticates with " + authentication);
		return authentication;
	}

	private BedrockRuntimeAuthentication find() {
		CredentialSettings given = CredentialSettings.of(this.properties);
		List<AuthScheme> preference = this.properties.getAuthSchemePreference();
		given.validate();
		given.validate(preference);
		List<Candidate> candidates = List.of(new Candidate(AuthScheme.HTTP_BEARER_AUTH, () -> ofOwnApiKeyBean(given)),
				new Candidate(AuthScheme.SIGV4, () -> ofOwnCredentialsBean(given)),
				new Candidate(AuthScheme.HTTP_BEARER_AUTH, () -> (given.apiKey() != null) ? ofSettings(given) : null),
				new Candidate(AuthScheme.HTTP_BEARER_AUTH, () -> ofEnvironment(given)),
				new Candidate(AuthScheme.SIGV4, () -> !given.isEmpty() ? ofSettings(given) : null),
				new Candidate(AuthScheme.HTTP_BEARER_AUTH, () -> ofApiKeyBean(true)),
				new Candidate(AuthScheme.SIGV4, () -> ofCredentialsBean(true)),
				new Candidate(AuthScheme.SIGV4, this::ofDefaultChain));
		Stream<Candidate> ordered = preference.isEmpty() ? candidates.stream() : preference.stream()
			.flatMap((scheme) -> candidates.stream().filter((candidate) -> candidate.scheme() == scheme));
		return ordered.map((candidate) -> candidate.source().get())
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(CredentialSettings::noApiKey);
	}

	private BedrockRuntimeAuthentication assume(AssumeRoleSettings role, BedrockRuntimeAuthentication source,
			Supplier<String> region) {
		IdentityProvider<? extends AwsCredentialsIdentity> provider = source.credentialsProvider();
		if (provider == null && source.isOf(ENVIRONMENT_API_KEY)) {
			return source;
		}
		if (provider == null) {
			throw InvalidBedrockRuntimeConfigurationException.of(AssumeRoleSettings.ARN,
					"is set, but the bean that authenticates provides an API key, with which no role can be assumed",
					"Remove either.");
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
		RenewableCredentialsProvider<ProfileCredentialsProvider> provider = new RenewableCredentialsProvider<>(
				() -> ProfileCredentialsProvider.builder()
					.profileFile(this.profile.files())
					.profileName(this.profile.name())
					.build());
		return BedrockRuntimeAuthentication.withCredentials(provider, provider, given.source());
	}

	private @Nullable BedrockRuntimeAuthentication ofOwnApiKeyBean(CredentialSettings given) {
		BedrockRuntimeAuthentication authentication = ofApiKeyBean(false);
		return (authentication != null) ? insteadOf(given, authentication) : null;
	}

	private @Nullable BedrockRuntimeAuthentication ofOwnCredentialsBean(CredentialSettings given) {
		BedrockRuntimeAuthentication authentication = ofCredentialsBean(false);
		if (authentication != null && this.properties.getAuthSchemePreference().isEmpty()
				&& environmentApiKey() != null) {
			logger.info("API key of the environment (" + ENVIRONMENT_API_KEY + ") is not used, as a bean provides "
					+ "credentials. Set '" + CredentialSettings.AUTH_SCHEME_PREFERENCE
					+ "' to httpBearerAuth to prefer it");
		}
		return (authentication != null) ? insteadOf(given, authentication) : null;
	}

	private static BedrockRuntimeAuthentication insteadOf(CredentialSettings given,
			BedrockRuntimeAuthentication authentication) {
		if (!given.isEmpty()) {
			logger.warn("Bedrock Runtime authenticates with the application's own provider bean, and ignores "
					+ given.names());
		}
		return authentication;
	}

	private @Nullable BedrockRuntimeAuthentication ofApiKeyBean(boolean ofLibraries) {
		IdentityProvider<? extends TokenIdentity> provider = new IdentityProviderBeans<>(this.beanFactory,
				new ApiKeyProviders())
			.find(ofLibraries);
		return (provider != null) ? BedrockRuntimeAuthentication.withApiKey(provider, "bean") : null;
	}

	private @Nullable BedrockRuntimeAuthentication ofCredentialsBean(boolean ofLibraries) {
		IdentityProvider<? extends AwsCredentialsIdentity> provider = new IdentityProviderBeans<>(this.beanFactory,
				new CredentialsProviders())
			.find(ofLibraries);
		return (provider != null) ? BedrockRuntimeAuthentication.withCredentials(provider, "bean") : null;
	}

	private @Nullable BedrockRuntimeAuthentication ofEnvironment(CredentialSettings given) {
		String apiKey = environmentApiKey();
		if (apiKey == null) {
			return null;
		}
		String chosen = "Bedrock Runtime authenticates with the API key of the environment (" + ENVIRONMENT_API_KEY
				+ "), as AWS's SDKs do, and ignores ";
		String otherwise = ". Set '" + CredentialSettings.AUTH_SCHEME_PREFERENCE + "' to sigv4 to use them";
		if (given.hasCredentials()) {
			logger.warn(chosen + "the credentials of " + given.credentialNames() + otherwise);
		}
		else if (this.properties.getAuthSchemePreference().isEmpty()) {
			logger.info(chosen + "AWS credentials" + otherwise);
		}
		return BedrockRuntimeAuthentication.withApiKey(new StaticApiKeyProvider(apiKey), ENVIRONMENT_API_KEY);
	}

	private BedrockRuntimeAuthentication ofDefaultChain() {
		RenewableCredentialsProvider<DefaultCredentialsProvider> provider = new RenewableCredentialsProvider<>(
				() -> DefaultCredentialsProvider.builder()
					.profileFile(this.profile.files())
					.profileName(this.profile.name())
					.build());
		return BedrockRuntimeAuthentication.withCredentials(provider, provider, "AWS's default chain");
	}

	private @Nullable String environmentApiKey() {
		// The system property takes precedence, as in the AWS SDK for Java.
		String apiKey = this.environment.getProperty(SYSTEM_PROPERTY_API_KEY);
		if (!StringUtils.hasText(apiKey)) {
			apiKey = this.environment.getProperty(ENVIRONMENT_API_KEY);
		}
		return StringUtils.hasText(apiKey) ? apiKey : null;
	}

	/**
	 * Possible source of the authentication.
	 *
	 * @param scheme the authentication scheme
	 * @param source the authentication, if the source has one
	 */
	private record Candidate(AuthScheme scheme, Supplier<@Nullable BedrockRuntimeAuthentication> source) {
	}

	private static final class ApiKeyProviders
			extends ParameterizedTypeReference<IdentityProvider<? extends TokenIdentity>> {

	}

	private static final class CredentialsProviders
			extends ParameterizedTypeReference<IdentityProvider<? extends AwsCredentialsIdentity>> {

	}

}
