package io.bedrockruntime.test;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Test execution listener that resets the emulator of the context before and after each
 * test, so that a test does not see requests of another one or of the application's
 * start.
 */
class EmulatorResetTestExecutionListener implements TestExecutionListener, Ordered {

	@Override
	public int getOrder() {
		// Before the preparation by the test.
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
