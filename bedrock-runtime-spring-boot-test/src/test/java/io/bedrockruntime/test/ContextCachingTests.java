package io.bedrockruntime.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static io.bedrockruntime.test.assertj.BedrockRuntimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that test classes share an emulator only if their configuration is the same, and
 * that isolated ones can run at the same time.
 */
class ContextCachingTests {

	private static final Map<Class<?>, BedrockRuntimeEmulator> EMULATORS = new ConcurrentHashMap<>();

	private static CountDownLatch running = new CountDownLatch(1);

	@BeforeEach
	void reset() {
		EMULATORS.clear();
	}

	@Test
	void whenConfigurationIsTheSameThenEmulatorIsShared() {
		run(false, FirstCase.class, SecondCase.class, OtherScriptCase.class, IsolatedCase.class);
		assertThat(EMULATORS.get(FirstCase.class)).isSameAs(EMULATORS.get(SecondCase.class));
		assertThat(EMULATORS.get(OtherScriptCase.class)).isNotSameAs(EMULATORS.get(FirstCase.class));
		assertThat(EMULATORS.get(IsolatedCase.class)).isNotSameAs(EMULATORS.get(FirstCase.class));
	}

	@Test
	void whenIsolatedClassesRunAtTheSameTimeThenEachHasItsOwnResponses() {
		run(true, IsolatedCase.class, OtherIsolatedCase.class);
		assertThat(EMULATORS.get(IsolatedCase.class)).isNotSameAs(EMULATORS.get(OtherIsolatedCase.class));
	}

	private static void run(boolean parallel, Class<?>... classes) {
		running = new CountDownLatch(parallel ? classes.length : 1);
		EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
		for (Class<?> each : classes) {
			kit.selectors(DiscoverySelectors.selectClass(each));
		}
		Events tests = kit.configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
			.configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
			.configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
			.configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
			.execute()
			.testEvents();
		assertThat(tests.failed().list()).isEmpty();
		assertThat(tests.succeeded().count()).isEqualTo(classes.length);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
	abstract static class Case {

		@Autowired
		private BedrockRuntimeEmulator emulator;

		@Autowired
		private BedrockRuntimeOperations bedrock;

		@Test
		void responds() throws InterruptedException {
			EMULATORS.put(getClass(), this.emulator);
			running.countDown();
			assertThat(running.await(20, TimeUnit.SECONDS)).as("all classes run").isTrue();
			for (int i = 0; i < 20; i++) {
				String text = getClass().getSimpleName() + i;
				this.emulator.script().clear();
				this.emulator.script().text(text);
				assertThat(this.bedrock.converse("Why?").text()).isEqualTo(text);
			}
			assertThat(this.emulator).received(20);
		}

	}

	@EmbeddedBedrockRuntime
	static class FirstCase extends Case {

	}

	@EmbeddedBedrockRuntime
	static class SecondCase extends Case {

	}

	@EmbeddedBedrockRuntime(script = "text=Hello")
	static class OtherScriptCase extends Case {

	}

	@EmbeddedBedrockRuntime(isolated = true)
	static class IsolatedCase extends Case {

	}

	@EmbeddedBedrockRuntime(isolated = true)
	static class OtherIsolatedCase extends Case {

	}

}
