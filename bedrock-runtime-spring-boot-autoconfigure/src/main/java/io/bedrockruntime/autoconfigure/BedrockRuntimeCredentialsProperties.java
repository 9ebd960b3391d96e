package io.bedrockruntime.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for credentials or an API key. An identity provider bean that
 * the application defines takes precedence over the properties that choose credentials; a
 * bean of Spring Cloud AWS does not. An API key in the environment takes precedence over
 * the properties that choose credentials, unless {@link #getAuthSchemePreference() the
 * preference} is set.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeCredentialsProperties {

	/**
	 * AWS access key ID to sign requests with.
	 */
	private @Nullable String accessKey;

	/**
	 * AWS secret access key to sign requests with.
	 */
	private @Nullable String secretKey;

	/**
	 * Session token that belongs to the access key and the secret key.
	 */
	private @Nullable String sessionToken;

	/**
	 * AWS profile to read the credentials and all other unset settings from.
	 */
	private @Nullable String profile;

	/**
	 * Location of the shared AWS config file. If it is not set, AWS_CONFIG_FILE or
	 * ~/.aws/config is read.
	 */
	private @Nullable Path configFile;

	/**
	 * Location of the shared AWS credentials file. If it is not set,
	 * AWS_SHARED_CREDENTIALS_FILE or ~/.aws/credentials is read.
	 */
	private @Nullable Path sharedCredentialsFile;

	/**
	 * Amazon Bedrock API key to authenticate with, instead of signing requests.
	 */
	private @Nullable String apiKey;

	/**
	 * Authentication schemes in order of preference, which overrides the order of the
	 * sources of credentials. If it is empty, an API key in the environment takes
	 * precedence over all credentials except those of a bean.
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
	 * Authentication scheme.
	 */
	public enum AuthScheme {

		/** Signature Version 4 with AWS credentials. */
		SIGV4,

		/** An Amazon Bedrock API key. */
		HTTP_BEARER_AUTH

	}

	/**
	 * Role to assume with AWS's Security Token Service.
	 */
	public static final class AssumeRole {

		/**
		 * ARN of the IAM role to assume, with the credentials that the other settings
		 * provide.
		 */
		private @Nullable String arn;

		/**
		 * Name of the role session, as AWS CloudTrail shows it.
		 */
		private String sessionName = "bedrock-runtime";

		/**
		 * External ID that the trust policy of the role requires.
		 */
		private @Nullable String externalId;

		/**
		 * Duration of the role session. If it is not set, STS applies its default of one
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
