package io.bedrockruntime.autoconfigure.internal.credentials;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties.AuthScheme;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

import org.springframework.util.Assert;

/**
 * Credentials settings of one source. A blank value is ignored, as a placeholder with an
 * empty default results in one.
 */
final class CredentialSettings {

	private static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".credentials.";

	static final String AUTH_SCHEME_PREFERENCE = PREFIX + "auth-scheme-preference";

	private static final String ACCESS_KEY = "access-key";

	private static final String SECRET_KEY = "secret-key";

	private static final String SESSION_TOKEN = "session-token";

	private static final String PROFILE = "profile";

	private static final String API_KEY = "api-key";

	private static final String ROLE = "assume-role.arn";

	private static final List<Set<String>> SCHEMES = List.of(Set.of(API_KEY),
			Set.of(ACCESS_KEY, SECRET_KEY, SESSION_TOKEN), Set.of(PROFILE));

	private final String source;

	private final boolean properties;

	private final Map<String, String> values = new LinkedHashMap<>();

	private CredentialSettings(String source, boolean properties) {
		this.source = source;
		this.properties = properties;
	}

	static CredentialSettings of(@Nullable BedrockRuntimeConnectionDetails details) {
		CredentialSettings settings = new CredentialSettings("connection details", false);
		if (details != null) {
			settings.put(API_KEY, details.getApiKey());
			settings.put(ACCESS_KEY, details.getAccessKey());
			settings.put(SECRET_KEY, details.getSecretKey());
			settings.put(SESSION_TOKEN, details.getSessionToken());
		}
		return settings;
	}

	static CredentialSettings of(BedrockRuntimeCredentialsProperties properties) {
		CredentialSettings settings = new CredentialSettings("properties", true);
		settings.put(API_KEY, properties.getApiKey());
		settings.put(ACCESS_KEY, properties.getAccessKey());
		settings.put(SECRET_KEY, properties.getSecretKey());
		settings.put(SESSION_TOKEN, properties.getSessionToken());
		settings.put(PROFILE, properties.getProfile());
		settings.put(ROLE, properties.getAssumeRole().getArn());
		return settings;
	}

	private void put(String name, @Nullable String value) {
		String text = PropertyValidator.text(value);
		if (text != null) {
			this.values.put(name, text);
		}
	}

	void validate() {
		long schemes = SCHEMES.stream().filter((scheme) -> scheme.stream().anyMatch(this.values::containsKey)).count();
		if (schemes > 1) {
			String[] given = chosen().toArray(String[]::new);
			throw failure("%s are set together, but a request can be authenticated in one way only".formatted(names()),
					"Keep either the API key, or the access key and its secret key, or the profile. "
							+ "Remove the others, or leave them empty.",
					given);
		}
		if (this.values.containsKey(API_KEY) && this.values.containsKey(ROLE)) {
			throw failure("%s is set with %s, but a role can only be assumed with credentials".formatted(name(API_KEY),
					name(ROLE)), "Keep one of them, and remove the other or leave it empty.", API_KEY, ROLE);
		}
		needs(ACCESS_KEY, SECRET_KEY);
		needs(SECRET_KEY, ACCESS_KEY);
		needs(SESSION_TOKEN, ACCESS_KEY);
	}

	/**
	 * Validate that the settings match the preference.
	 * @param preference the preferred authentication schemes, if any
	 */
	void validate(List<AuthScheme> preference) {
		if (preference.isEmpty()) {
			return;
		}
		if (preference.get(0) != AuthScheme.HTTP_BEARER_AUTH && this.values.containsKey(API_KEY)) {
			throw contradiction(API_KEY, "sigv4");
		}
		if (!preference.contains(AuthScheme.SIGV4) && hasCredentials()) {
			throw contradiction(credentials().findFirst().orElseThrow(), "httpBearerAuth");
		}
	}

	private static InvalidBedrockRuntimeConfigurationException contradiction(String name, String scheme) {
		return new InvalidBedrockRuntimeConfigurationException(
				"'%s' requires authentication with %s, but '%s' is set for another scheme"
					.formatted(AUTH_SCHEME_PREFERENCE, scheme, PREFIX + name),
				"Keep one of them, and remove the other or leave it empty.", AUTH_SCHEME_PREFERENCE, PREFIX + name);
	}

	/**
	 * Return the failure for a preference that allows only API keys, if there is no API
	 * key.
	 */
	static InvalidBedrockRuntimeConfigurationException noApiKey() {
		return InvalidBedrockRuntimeConfigurationException.of(AUTH_SCHEME_PREFERENCE,
				"requires authentication with httpBearerAuth, but there is no API key",
				("Set '%s' or the environment variable '%s', define a bean of type IdentityProvider<TokenIdentity>, "
						+ "or add sigv4 to the preference.")
					.formatted(PREFIX + API_KEY, AuthenticationResolver.ENVIRONMENT_API_KEY));
	}

	private void needs(String one, String other) {
		if (this.values.containsKey(one) && !this.values.containsKey(other)) {
			throw failure("%s is set without %s".formatted(name(one), name(other)),
					"Set %s too, or remove %s.".formatted(name(other), name(one)), one);
		}
	}

	private InvalidBedrockRuntimeConfigurationException failure(String reason, String action, String... names) {
		return new InvalidBedrockRuntimeConfigurationException(
				this.properties ? reason : "In the bean of connection details, " + reason, action,
				this.properties ? Arrays.stream(names).map(PREFIX::concat).toArray(String[]::new) : new String[0]);
	}

	private String name(String name) {
		return this.properties ? "'" + PREFIX + name + "'" : "the " + name.replace('-', ' ');
	}

	/**
	 * Return whether no setting chooses credentials. A role does not: it can be assumed
	 * with any credentials.
	 */
	boolean isEmpty() {
		return chosen().findAny().isEmpty();
	}

	/**
	 * Return the names of the settings that choose credentials.
	 */
	String names() {
		return String.join(", ", chosen().map(this::name).toList());
	}

	/**
	 * Return whether there are settings for credentials, including a role.
	 */
	boolean hasCredentials() {
		return credentials().findAny().isPresent();
	}

	String credentialNames() {
		return String.join(", ", credentials().map(this::name).toList());
	}

	private Stream<String> credentials() {
		return this.values.keySet().stream().filter((name) -> !name.equals(API_KEY));
	}

	private Stream<String> chosen() {
		return this.values.keySet().stream().filter((name) -> !name.equals(ROLE));
	}

	String source() {
		return this.source;
	}

	@Nullable String accessKey() {
		return this.values.get(ACCESS_KEY);
	}

	@Nullable String apiKey() {
		return this.values.get(API_KEY);
	}

	AwsCredentials toAwsCredentials() {
		String accessKey = this.values.get(ACCESS_KEY);
		String secretKey = this.values.get(SECRET_KEY);
		String sessionToken = this.values.get(SESSION_TOKEN);
		Assert.state(accessKey != null && secretKey != null, "The access key or the secret key is missing");
		return (sessionToken != null) ? AwsSessionCredentials.create(accessKey, secretKey, sessionToken)
				: AwsBasicCredentials.create(accessKey, secretKey);
	}

	@Override
	public String toString() {
		return this.values.keySet() + " of " + this.source;
	}

}
