package io.bedrockruntime.internal.call;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Value of the User-Agent header, which names the client and the application if it has an
 * id.
 */
public final class UserAgent {

	/** A token of HTTP, of the length that AWS recommends. */
	private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,50}");

	private static final String CLIENT = "bedrock-runtime-spring-boot/" + version() + " lang/java#"
			+ System.getProperty("java.version");

	private UserAgent() {
	}

	/**
	 * Return the value of the header.
	 * @param appId the id of the application, as AWS's {@code sdk_ua_app_id}
	 */
	public static String value(@Nullable String appId) {
		return (appId != null) ? CLIENT + " app/" + appId : CLIENT;
	}

	/**
	 * Check the id of an application, because an invalid token could inject text or
	 * headers.
	 */
	public static void requireAppId(String appId) {
		Assert.isTrue(APP_ID.matcher(appId).matches(),
				"'userAgentAppId' must be 1 to 50 characters, each a letter, a digit or one of !#$%&'*+-.^_`|~");
	}

	private static String version() {
		String version = UserAgent.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "unknown";
	}

}
