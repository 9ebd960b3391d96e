package io.bedrockruntime.emulator.internal.auth;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that signatures are verified with, and the earlier ones, which are reported
 * as expired.
 */
public final class AcceptedCredentials {

	private final List<Credentials> expired = new CopyOnWriteArrayList<>();

	private volatile Credentials current;

	public AcceptedCredentials(EmulatorSettings settings) {
		this.current = new Credentials(settings.accessKeyId(), settings.secretAccessKey(), settings.sessionToken());
	}

	public Credentials current() {
		return this.current;
	}

	public synchronized void replace(Credentials credentials) {
		this.expired.add(this.current);
		this.expired.removeIf((old) -> old.isNamed(credentials.accessKeyId(), credentials.sessionToken()));
		this.current = credentials;
	}

	boolean isExpired(String accessKeyId, @Nullable String sessionToken) {
		return this.expired.stream().anyMatch((old) -> old.isNamed(accessKeyId, sessionToken));
	}

	/**
	 * Access key with its secret and session token.
	 *
	 * @param accessKeyId the access key id
	 * @param secretAccessKey its secret
	 * @param sessionToken the session token, or null when there is none
	 */
	public record Credentials(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {

		private boolean isNamed(String id, @Nullable String token) {
			return this.accessKeyId.equals(id) && Objects.equals(this.sessionToken, token);
		}

		@Override
		public String toString() {
			return "Credentials[" + this.accessKeyId + "]";
		}

	}

}
