package io.bedrockruntime.emulator.testing;

import java.util.List;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails a test class that leaks a Netty buffer. JUnit detects it as a service and applies
 * it to all classes.
 */
public final class LeakCheck implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) {
		List<String> leaks = LeakDetector.drain();
		assertThat(leaks).as("buffers that were not released in " + context.getDisplayName()).isEmpty();
	}

}
