package io.bedrockruntime.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for credentials or an API key. An identity provider bean of
 * the application's own wins over those that choose credentials, one of Spring Cloud AWS
 * does not. An API key of the environment wins over those that choose credentials, unless
 * {@link #getAuthSchemePreference() the preference} says otherwise.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeCredentialsProperties {

	/**
	 * Access key to sign with.
	 */
	private @Nullable String accessKey;

	/**
	 * Secret key to sign with.
	 */
	private @Nullable String secretKey;

	/**
	 * Session token that belongs to the access key and the secret key.
	 */
	private @Nullable String sessionToken;

	/**
	 * Profile of the shared AWS configuration files to take credentials, and what else is
	 * not set, from.
	 */
	private @Nullable String profile;

	/**
	 * Location of the shared AWS config file. Without it, AWS_CONFIG_FILE and then
	 * ~/.aws/config is read.
	 */
	private @Nullable Path configFile;

	/**
	 * Location of the shared AWS credentials file. Without it,
	 * AWS_SHARED_CREDENTIALS_FILE and then ~/.aws/credentials is read.
	 */
	private @Nullable Path sharedCredentialsFile;

	/**
	 * Amazon Bedrock API key to authenticate with instead of signing.
	 */
	private @Nullable String apiKey;

	/**
	 * Ways to authenticate in the order in which they are tried, before the place that
	 * says how. Without it, an API key of the environment goes before all credentials but
	 * those of a bean.
	 */
	private List<AuthScheme> authSchemePreference = new ArrayList<>();

	private final AssumeRole assumeRole = new AssumeRole();

	public @Nullable String getAccessKey() {
		return this.accessKey;
	}

	public void setAccessKey(@Nullable String accessKey) {
		this.accessKey = accessKey;
	}

	public @Nullable String getSecretKey() {
		return this.secretKey;
	}

	public void setSecretKey(@Nullable String secretKey) {
		this.secretKey = secretKey;
	}

	public @Nullable String getSessionToken() {
		return this.sessionToken;
	}

	public void setSessionToken(@Nullable String sessionToken) {
		this.sessionToken = sessionToken;
	}

	public @Nullable String getProfile() {
		return this.profile;
	}

	public void setProfile(@Nullable String profile) {
		this.profile = profile;
	}

	public @Nullable Path getConfigFile() {
		return this.configFile;
	}

	public void setConfigFile(@Nullable Path configFile) {
		this.configFile = configFile;
	}

	public @Nullable Path getSharedCredentialsFile() {
		return this.sharedCredentialsFile;
	}

	public void setSharedCredentialsFile(@Nullable Path sharedCredentialsFile) {
		this.sharedCredentialsFile = sharedCredentialsFile;
	}

	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public List<AuthScheme> getAuthSchemePreference() {
		return this.authSchemePreference;
	}

	public void setAuthSchemePreference(List<AuthScheme> authSchemePreference) {
		this.authSchemePreference = authSchemePreference;
	}

	public AssumeRole getAssumeRole() {
		return this.assumeRole;
	}

	/**
	 * Way to authenticate.
	 */
	public enum AuthScheme {

		/** Signatures with AWS credentials. */
		SIGV4,

		/** An Amazon Bedrock API key. */
		HTTP_BEARER_AUTH

	}

	/**
	 * Role to assume with AWS's Security Token Service.
	 */
	public static final class AssumeRole {

		/**
		 * ARN of the role to assume with the credentials that are found otherwise.
		 */
		private @Nullable String arn;

		/**
		 * Name of the session, by which AWS CloudTrail shows the calls.
		 */
		private String sessionName = "bedrock-runtime";

		/**
		 * Identifier that the trust policy of the role asks for.
		 */
		private @Nullable String externalId;

		/**
		 * Time after which the role's credentials expire. Without it, the service has one
		 * hour.
		 */
		private @Nullable Duration duration;

		public @Nullable String getArn() {
			return this.arn;
		}

		public void setArn(@Nullable String arn) {
			this.arn = arn;
		}

		public String getSessionName() {
			return this.sessionName;
		}

		public void setSessionName(String sessionName) {
			this.sessionName = sessionName;
		}

		public @Nullable String getExternalId() {
			return this.externalId;
		}

		public void setExternalId(@Nullable String externalId) {
			this.externalId = externalId;
		}

		public @Nullable Duration getDuration() {
			return this.duration;
		}

		public void setDuration(@Nullable Duration duration) {
			this.duration = duration;
		}

	}

}
