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
 * What a client with a name takes over from the unnamed one: each property that it does
 * not set itself, apart from those that say nothing without another one that it does set.
 */
final class NamedClientInheritance {

	private final BedrockRuntimeClientProperties inherited;

	NamedClientInheritance(BedrockRuntimeClientProperties inherited) {
		this.inherited = inherited;
	}

	void leaveOutWhatDoesNotGoWith(BedrockRuntimeClientProperties own, boolean ownEndpoint) {
		boolean elsewhere = own.getRegion() != null || ownEndpoint;
		boolean otherAccount = hasKeysOrProfile(own.getCredentials());
		credentials(own.getCredentials());
		if (ownEndpoint) {
			this.inherited.setEndpoint(null);
		}
		if (elsewhere || otherAccount) {
			// A client that was put into a region must not leave it by inheritance.
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
	 * Keys, profile and role are one: of two ways to authenticate, or of two accounts,
	 * nothing is mixed. A role of the client's own is assumed with what it inherits.
	 */
	private void credentials(BedrockRuntimeCredentialsProperties own) {
		BedrockRuntimeCredentialsProperties credentials = this.inherited.getCredentials();
		boolean ownKeysOrProfile = hasKeysOrProfile(own);
		boolean ownRole = StringUtils.hasText(own.getAssumeRole().getArn());
		if (ownKeysOrProfile) {
			credentials.setApiKey(null);
			leaveOutCredentials(credentials);
		}
		if (ownKeysOrProfile || ownRole) {
			// An API key of the environment assumes no role.
			credentials.setAuthSchemePreference(ownKeysOrProfile ? List.of() : List.of(AuthScheme.SIGV4));
		}
		List<AuthScheme> preference = own.getAuthSchemePreference();
		if (ownRole || (!preference.isEmpty() && preference.get(0) == AuthScheme.SIGV4)) {
			credentials.setApiKey(null);
		}
		if (!preference.isEmpty() && !preference.contains(AuthScheme.SIGV4)) {
			leaveOutCredentials(credentials);
		}
		if (own.getAssumeRole().getArn() != null) {
			leaveOutRole(credentials);
		}
	}

	private static void leaveOutCredentials(BedrockRuntimeCredentialsProperties credentials) {
		credentials.setAccessKey(null);
		credentials.setSecretKey(null);
		credentials.setSessionToken(null);
		credentials.setProfile(null);
		leaveOutRole(credentials);
	}

	private static void leaveOutRole(BedrockRuntimeCredentialsProperties credentials) {
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
	 * A password must not go to another proxy, nor with another user.
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
