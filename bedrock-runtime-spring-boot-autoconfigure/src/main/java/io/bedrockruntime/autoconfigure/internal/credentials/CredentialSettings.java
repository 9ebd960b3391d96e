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
 * What one source of settings says about credentials. Blank is as good as absent, for
 * that is what a placeholder with an empty default gives.
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

	private static final List<Set<String>> WAYS = List.of(Set.of(API_KEY),
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
		long ways = WAYS.stream().filter((way) -> way.stream().anyMatch(this.values::containsKey)).count();
		if (ways > 1) {
			String[] given = ways().toArray(String[]::new);
			throw failure(
					"%s are given together, and a request can be authenticated in one way only".formatted(names()),
					"Keep either the API key, or the access key and its secret key, or the profile. "
							+ "Remove the rest, or leave it empty.",
					given);
		}
		if (this.values.containsKey(API_KEY) && this.values.containsKey(ROLE)) {
			throw failure(
					"%s is given with %s, and a role is assumed with credentials".formatted(name(API_KEY), name(ROLE)),
					"Keep either, and remove the other or leave it empty.", API_KEY, ROLE);
		}
		needs(ACCESS_KEY, SECRET_KEY);
		needs(SECRET_KEY, ACCESS_KEY);
		needs(SESSION_TOKEN, ACCESS_KEY);
	}

	/**
	 * Check that what is given can be used at all.
	 * @param preference the ways to authenticate that are preferred, if any
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
				"'%s' says to authenticate with %s, and '%s' is given for another way".formatted(AUTH_SCHEME_PREFERENCE,
						scheme, PREFIX + name),
				"Keep either, and remove the other or leave it empty.", AUTH_SCHEME_PREFERENCE, PREFIX + name);
	}

	/**
	 * Return what is wrong if API keys are all that may be used, and there is none.
	 */
	static InvalidBedrockRuntimeConfigurationException noApiKey() {
		return InvalidBedrockRuntimeConfigurationException.of(AUTH_SCHEME_PREFERENCE,
				"says to authenticate with httpBearerAuth, but there is no API key",
				("Set '%s' or the environment variable '%s', define a bean of type IdentityProvider<TokenIdentity>, "
						+ "or add sigv4 to the preference.")
					.formatted(PREFIX + API_KEY, AuthenticationResolver.ENVIRONMENT_API_KEY));
	}

	private void needs(String one, String other) {
		if (this.values.containsKey(one) && !this.values.containsKey(other)) {
			throw failure("%s is given without %s".formatted(name(one), name(other)),
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
	 * Return whether nothing here chooses credentials. A role is assumed with any.
	 */
	boolean isEmpty() {
		return ways().findAny().isEmpty();
	}

	/**
	 * Return the names of what chooses credentials.
	 */
	String names() {
		return String.join(", ", ways().map(this::name).toList());
	}

	/**
	 * Return whether there is something to get credentials with, be it a role.
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

	private Stream<String> ways() {
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
		Assert.state(accessKey != null && secretKey != null, "Keys are not complete");
		return (sessionToken != null) ? AwsSessionCredentials.create(accessKey, secretKey, sessionToken)
				: AwsBasicCredentials.create(accessKey, secretKey);
	}

	@Override
	public String toString() {
		return this.values.keySet() + " of " + this.source;
	}

}
