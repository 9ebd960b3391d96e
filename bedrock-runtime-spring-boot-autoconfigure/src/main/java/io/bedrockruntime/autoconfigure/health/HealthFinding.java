package io.bedrockruntime.autoconfigure.health;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Status;

/**
 * Result of a probe. It contains no text of the service or of a provider, which may name
 * accounts and roles.
 *
 * @param status the status
 * @param reason the reason for a status other than up, or {@code null}
 * @param requestId the AWS request ID, if the service responded with an error that has
 * one
 * @param throttled whether the service is up but throttled the probe
 * @param hint the possible cause, or {@code null}
 */
record HealthFinding(Status status, @Nullable String reason, @Nullable String requestId, boolean throttled,
		@Nullable String hint) {

	static final HealthFinding UP = new HealthFinding(Status.UP, null, null, false, null);

	static HealthFinding down(String reason) {
		return new HealthFinding(Status.DOWN, reason, null, false, null);
	}

	static HealthFinding unknown(String reason) {
		return new HealthFinding(Status.UNKNOWN, reason, null, false, null);
	}

	HealthFinding withRequestId(@Nullable String requestId) {
		return new HealthFinding(this.status, this.reason, requestId, this.throttled, this.hint);
	}

	HealthFinding withHint(@Nullable String hint) {
		return new HealthFinding(this.status, this.reason, this.requestId, this.throttled, hint);
	}

	HealthFinding withThrottled() {
		return new HealthFinding(this.status, this.reason, this.requestId, true, this.hint);
	}

	boolean isDown() {
		return this.status.equals(Status.DOWN);
	}

	/**
	 * Return whether another finding is equivalent for the log.
	 */
	boolean isSameAs(HealthFinding other) {
		return this.status.equals(other.status) && Objects.equals(this.reason, other.reason)
				&& this.throttled == other.throttled;
	}

	void addTo(Map<String, Object> details) {
		if (this.reason != null) {
			details.put("reason", this.reason);
		}
		if (this.hint != null) {
			details.put("hint", this.hint);
		}
		if (this.throttled) {
			details.put("throttled", true);
		}
		if (this.requestId != null) {
			details.put("requestId", this.requestId);
		}
	}

	@Override
	public String toString() {
		return this.status + ((this.reason != null) ? ": " + this.reason : "")
				+ ((this.hint != null) ? ", " + this.hint : "")
				+ ((this.requestId != null) ? " (request id " + this.requestId + ")" : "");
	}

}
