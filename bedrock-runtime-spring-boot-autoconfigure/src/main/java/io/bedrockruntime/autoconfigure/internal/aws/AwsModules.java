package io.bedrockruntime.autoconfigure.internal.aws;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.profiles.Profile;

import org.springframework.util.ClassUtils;

/**
 * Check for the AWS SDK modules that only some credentials need, and which an application
 * has to add itself.
 */
public class AwsModules {

	private static final String GROUP = "software.amazon.awssdk";

	public static final String HTTP_SERVICE = "META-INF/services/software.amazon.awssdk.http.SdkHttpService";

	private static final String HTTP_SERVICE_PROPERTY = "software.amazon.awssdk.http.service.impl";

	private static final Map<String, String> CLIENTS = Map.of("sts", "Sts", "sso", "Sso", "ssooidc", "SsoOidc",
			"signin", "Signin");

	private final ClassLoader classLoader;

	public AwsModules(@Nullable ClassLoader classLoader) {
		this.classLoader = (classLoader != null) ? classLoader : AwsModules.class.getClassLoader();
	}

	/**
	 * Require the modules to assume a role.
	 */
	public void requireForRole(String property) {
		require(property, "says to assume a role", "sts");
	}

	/**
	 * Require the modules for the credentials of the profile and of its source profiles.
	 */
	public void requireForProfile(AwsProfile profile) {
		Set<String> seen = new HashSet<>();
		Optional<Profile> next = Optional.of(profile.get());
		while (next.isPresent() && seen.add(next.get().name())) {
			Profile current = next.get();
			String what = "is '%s', and the profile '%s' %%s".formatted(profile.name(), current.name());
			if (current.property("role_arn").isPresent()) {
				require(AwsProfile.PROPERTY, what.formatted("says to assume a role"), "sts");
			}
			else if (current.property("sso_account_id").isPresent()) {
				require(AwsProfile.PROPERTY, what.formatted("uses IAM Identity Center"),
						current.property("sso_session").isPresent() ? new String[] { "sso", "ssooidc" }
								: new String[] { "sso" });
			}
			else if (current.property("login_session").isPresent()) {
				require(AwsProfile.PROPERTY, what.formatted("has a login session"), "signin");
			}
			next = current.property("source_profile").flatMap(profile::find);
		}
	}

	private void require(String property, String what, String... modules) {
		for (String module : modules) {
			if (!ClassUtils.isPresent(client(module), this.classLoader)) {
				throw missing(property, what, "the AWS SDK module for that is not", GROUP + ":" + module);
			}
		}
		if (this.classLoader.getResource(HTTP_SERVICE) == null && System.getProperty(HTTP_SERVICE_PROPERTY) == null) {
			throw missing(property, what, "no suitable HTTP client is", GROUP + ":url-connection-client");
		}
	}

	/** Return the classes whose presence indicates the modules. */
	public static Stream<String> clients() {
		return CLIENTS.keySet().stream().map(AwsModules::client);
	}

	private static String client(String module) {
		return "%s.services.%s.%sClient".formatted(GROUP, module, CLIENTS.get(module));
	}

	private static InvalidBedrockRuntimeConfigurationException missing(String property, String what, String missing,
			String coordinates) {
		return InvalidBedrockRuntimeConfigurationException.of(property,
				"%s, but %s on the class path".formatted(what, missing),
				"Add a dependency on '%s', in version %s.".formatted(coordinates, VersionInfo.SDK_VERSION));
	}

}
