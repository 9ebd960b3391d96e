package io.bedrockruntime.autoconfigure.client;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties.AuthScheme;
import io.bedrockruntime.autoconfigure.BedrockRuntimeHttpProperties;
import io.bedrockruntime.settings.RetrySettings;

import org.springframework.util.StringUtils;

/**
 * Inheritance from the unnamed client to a named one: each property that the named client
 * does not set, except properties that depend on another one that it does set.
 */
final class NamedClientInheritance {

	private final BedrockRuntimeClientProperties inherited;

	NamedClientInheritance(BedrockRuntimeClientProperties inherited) {
		this.inherited = inherited;
	}

	void removeWhatDependsOn(BedrockRuntimeClientProperties own, boolean ownEndpoint) {
		boolean otherTarget = own.getRegion() != null || ownEndpoint;
		boolean otherAccount = hasKeysOrProfile(own.getCredentials());
		credentials(own.getCredentials());
		if (ownEndpoint) {
			this.inherited.setEndpoint(null);
		}
		if (otherTarget || otherAccount) {
			// A client with its own region or account must not inherit targets in others.
			this.inherited.getFailover().getTargets().clear();
		}
		guardrail(own.getGuardrail());
		proxy(own.getHttp().getProxy());
		if (own.getRetry().getMode() == RetrySettings.Mode.NONE) {
			this.inherited.getRetry().setMaxAttempts(null);
		}
	}

	static boolean hasKeysOrProfile(BedrockRuntimeCredentialsProperties credentials) {
		return StringUtils.hasText(credentials.getApiKey()) || StringUtils.hasText(credentials.getAccessKey())
				|| StringUtils.hasText(credentials.getSecretKey()) || StringUtils.hasText(credentials.getSessionToken())
				|| StringUtils.hasText(credentials.getProfile());
	}

	/**
	 * Keys, profile and role belong together: two authentication schemes, or two
	 * accounts, are never mixed. A role that the client sets is assumed with the
	 * credentials that it inherits.
	 */
	private void credentials(BedrockRuntimeCredentialsProperties own) {
		BedrockRuntimeCredentialsProperties credentials = this.inherited.getCredentials();
		boolean ownKeysOrProfile = hasKeysOrProfile(own);
		boolean ownRole = StringUtils.hasText(own.getAssumeRole().getArn());
		if (ownKeysOrProfile) {
			credentials.setApiKey(null);
			removeCredentials(credentials);
		}
		if (ownKeysOrProfile || ownRole) {
			// A role cannot be assumed with an API key of the environment.
			credentials.setAuthSchemePreference(ownKeysOrProfile ? List.of() : List.of(AuthScheme.SIGV4));
		}
		List<AuthScheme> preference = own.getAuthSchemePreference();
		if (ownRole || (!preference.isEmpty() && preference.get(0) == AuthScheme.SIGV4)) {
			credentials.setApiKey(null);
		}
		if (!preference.isEmpty() && !preference.contains(AuthScheme.SIGV4)) {
			removeCredentials(credentials);
		}
		if (own.getAssumeRole().getArn() != null) {
			removeRole(credentials);
		}
	}

	private static void removeCredentials(BedrockRuntimeCredentialsProperties credentials) {
		credentials.setAccessKey(null);
		credentials.setSecretKey(null);
		credentials.setSessionToken(null);
		credentials.setProfile(null);
		removeRole(credentials);
	}

	private static void removeRole(BedrockRuntimeCredentialsProperties credentials) {
		credentials.getAssumeRole().setArn(null);
		credentials.getAssumeRole().setExternalId(null);
		credentials.getAssumeRole().setDuration(null);
	}

	private void guardrail(BedrockRuntimeClientProperties.Guardrail own) {
		String identifier = own.getIdentifier();
		BedrockRuntimeClientProperties.Guardrail guardrail = this.inherited.getGuardrail();
		if (identifier != null) {
			guardrail.setVersion(null);
		}
		if (identifier != null && identifier.isBlank()) {
			guardrail.setTrace(null);
			guardrail.setStreamProcessingMode(null);
		}
	}

	/**
	 * A password must not be sent to another proxy, or with another user name.
	 */
	private void proxy(BedrockRuntimeHttpProperties.Proxy own) {
		BedrockRuntimeHttpProperties.Proxy proxy = this.inherited.getHttp().getProxy();
		if (own.getHost() != null) {
			proxy.setPort(null);
			proxy.setUsername(null);
			proxy.setPassword(null);
			proxy.setNonProxyHosts(new ArrayList<>());
		}
		if (own.getUsername() != null) {
			proxy.setPassword(null);
		}
	}

}
