package io.bedrockruntime.samples.chat;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Condition that Prometheus and promtool are installed.
 */
class PrometheusCondition implements ExecutionCondition {

	private static final String REQUIRE_ALL = "BEDROCK_RUNTIME_TESTS_REQUIRE_ALL";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Prometheus.find("prometheus").isPresent() && Prometheus.find("promtool").isPresent()) {
			return ConditionEvaluationResult.enabled("Prometheus is installed");
		}
		String reason = "prometheus or promtool is not on the PATH";
		if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
			throw new IllegalStateException(reason + ", and " + REQUIRE_ALL + " does not allow skipped tests");
		}
		if (context.getTestMethod().isEmpty()) {
			System.err.println("Skipping " + context.getDisplayName() + ": " + reason);
		}
		return ConditionEvaluationResult.disabled(reason);
	}

}
