package io.bedrockruntime.settings;

import java.time.Duration;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Where a client sends a request that its first place cannot serve: after the retries, if
 * it was throttled or the place was unavailable, and never after a stream's first event.
 * The further targets are tried in order, each with the client's retries, and each signed
 * for its own region. A place that failed so is passed over for a while, unless all
 * others have failed too: by requests for the same model if the service answered with an
 * error, and by all requests if it could not be reached.
 * <p>
 * Converse, InvokeModel, their streaming forms and CountTokens fail over, and
 * InvokeGuardrailChecks to other regions; what belongs to a region does not: guardrails
 * that are applied by themselves, asynchronous invocations, and sessions in both
 * directions.
 * <p>
 * A further target that refuses a request which it does not know how to serve (the model,
 * the guardrail or the permission is not there) counts as unavailable. When all have
 * failed the call fails as it did in its first place, with the other failures suppressed
 * in that.
 *
 * @param targets the further targets, in the order in which they are tried
 * @param coolDown how long a place that failed is passed over; 30 seconds by default
 * @since 0.1.0
 */
public record FailoverSettings(List<FailoverTarget> targets, Duration coolDown) {

	private static final Duration DEFAULT_COOL_DOWN = Duration.ofSeconds(30);

	private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(1);

	private static final FailoverSettings NONE = new FailoverSettings(List.of(), DEFAULT_COOL_DOWN);

	/**
	 * Create an instance.
	 * @param targets the further targets
	 * @param coolDown how long a place that failed is passed over
	 */
	public FailoverSettings {
		targets = List.copyOf(targets);
		Assert.isTrue(!coolDown.isNegative() && coolDown.compareTo(LONGEST_COOL_DOWN) <= 0,
				"'coolDown' must be from zero to a day");
	}

	/**
	 * Return no failover, the default.
	 * @return no further targets
	 */
	public static FailoverSettings none() {
		return NONE;
	}

	/**
	 * Return failover to further targets.
	 * @param targets the targets, in the order in which they are tried
	 * @return the failover
	 */
	public static FailoverSettings to(FailoverTarget... targets) {
		return new FailoverSettings(List.of(targets), DEFAULT_COOL_DOWN);
	}

	/**
	 * Return this failover with another cool-down.
	 * @param coolDown how long a place that failed is passed over, from zero to a day
	 * @return the new failover
	 */
	public FailoverSettings withCoolDown(Duration coolDown) {
		return new FailoverSettings(this.targets, coolDown);
	}

}
