package io.bedrockruntime.settings;

import java.time.Duration;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Settings for sending a request to other targets if the first one cannot serve it. A
 * failover happens after the retries, if the request was throttled or the target was
 * unavailable, and never after the first event of a stream. The further targets are tried
 * in order, each with the client's retries, and the request is signed for the region of
 * each target. A target that failed is skipped for a while, unless all others have failed
 * too: by requests for the same model if the service responded with an error, and by all
 * requests if the target could not be reached.
 * <p>
 * Converse, InvokeModel, their streaming forms and CountTokens fail over, and
 * InvokeGuardrailChecks fails over to other regions. Operations on resources of a region
 * do not fail over: ApplyGuardrail, asynchronous invocations, and bidirectional streams.
 * <p>
 * A further target that refuses a request because the model, the guardrail or the
 * permission does not exist there counts as unavailable. If all targets have failed, the
 * call fails with the failure of the first target, to which the other failures are added
 * as suppressed exceptions.
 *
 * @param targets the further targets, in the order in which they are tried
 * @param coolDown how long a target that failed is skipped; 30 seconds by default
 * @since 0.1.0
 */
public record FailoverSettings(List<FailoverTarget> targets, Duration coolDown) {

	private static final Duration DEFAULT_COOL_DOWN = Duration.ofSeconds(30);

	private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(1);

	private static final FailoverSettings NONE = new FailoverSettings(List.of(), DEFAULT_COOL_DOWN);

	/**
	 * Create an instance.
	 * @param targets the further targets
	 * @param coolDown how long a target that failed is skipped
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
	 * @param coolDown how long a target that failed is skipped, from zero to a day
	 * @return the new failover
	 */
	public FailoverSettings withCoolDown(Duration coolDown) {
		return new FailoverSettings(this.targets, coolDown);
	}

}
