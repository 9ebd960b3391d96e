package io.bedrockruntime.test;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Resets the emulator of a test's context before and after each test, so that none sees
 * what another one, or the start of the application, has left.
 */
class EmulatorResetTestExecutionListener implements TestExecutionListener, Ordered {

	@Override
	public int getOrder() {
		// Before whatever a test prepares.
		return Ordered.HIGHEST_PRECEDENCE + 100;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		reset(testContext);
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		reset(testContext);
	}

	private static void reset(TestContext testContext) {
		if (testContext.hasApplicationContext()) {
			testContext.getApplicationContext().getBeanProvider(EmulatorReset.class).ifAvailable(EmulatorReset::reset);
		}
	}

}
