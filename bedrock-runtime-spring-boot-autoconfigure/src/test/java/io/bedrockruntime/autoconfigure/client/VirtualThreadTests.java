package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.stream.EventStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Blocking calls on the threads that Spring Boot creates with {@code
 * spring.threads.virtual.enabled}: virtual ones from Java 21 on. Before, the property
 * changes nothing, and the same calls are made on a pool that is large enough.
 */
class VirtualThreadTests {

	/** More than the number of carrier threads. */
	private static final int CALLS = 64;

	private static final Duration WAIT = Duration.ofSeconds(20);

	@TempDir
	private Path files;

	@Test
	void whenThreadsAreVirtualThenCallsAndStreamsBlockWithoutPinning() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start()) {
			new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
				.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
				.withPropertyValues("bedrock.runtime.region=" + emulator.region(),
						"bedrock.runtime.endpoint=" + emulator.endpoint(),
						"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
						"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
						"bedrock.runtime.default-model=amazon.nova-lite-v1:0", "spring.threads.virtual.enabled=true",
						"spring.task.execution.pool.core-size=" + CALLS)
				.run((context) -> {
					BedrockRuntimeOperations operations = context.getBean(BedrockRuntimeOperations.class);
					// Class loading pins the carrier.
					assertThat(operations.converse("Hello").text()).isNotEmpty();
					assertThat(streamed(operations)).isNotEmpty();
					emulator.reset();
					emulator.script()
						.add(ScriptEntry.of(new Fault.SilenceBeforeHeaders(Duration.ofSeconds(2))).times(CALLS));
					assertThat(pinnedWhile(() -> callAllAtOnce(context, emulator, operations))).isEmpty();
				});
		}
	}

	private static void callAllAtOnce(ApplicationContext context, BedrockRuntimeEmulator emulator,
			BedrockRuntimeOperations operations) throws Exception {
		AsyncTaskExecutor executor = context.getBean(AsyncTaskExecutor.class);
		List<CompletableFuture<String>> calls = new ArrayList<>();
		for (int i = 0; i < CALLS; i++) {
			Callable<String> call = (i % 2 == 0) ? () -> operations.converse("Hello").text()
					: () -> streamed(operations);
			calls.add(executor.submitCompletable(() -> {
				boolean virtual = Thread.currentThread().getClass().getName().equals("java.lang.VirtualThread");
				assertThat(virtual).isEqualTo(Threading.VIRTUAL.isActive(context.getEnvironment()));
				return call.call();
			}));
		}
		// With a carrier for each call, most would be sent only after others have ended.
		Awaitility.await().atMost(WAIT).until(() -> emulator.requests().size() == CALLS);
		for (CompletableFuture<String> call : calls) {
			assertThat(call.get(WAIT.toSeconds(), TimeUnit.SECONDS)).isNotEmpty();
		}
	}

	private static String streamed(BedrockRuntimeOperations operations) {
		StringBuilder text = new StringBuilder();
		try (EventStream<ConverseStreamOutput> events = operations.converseStream((request) -> request.user("Hello"))) {
			events.forEach((event) -> text.append(event.text()));
		}
		return text.toString();
	}

	/**
	 * Stacks that pinned a carrier; empty before Java 21, which has no such event.
	 */
	private List<String> pinnedWhile(ThrowingAction action) throws Exception {
		try (Recording recording = new Recording()) {
			// A wait of a call takes twice as long; what is loaded for the first time may
			// pin for a moment.
			recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofSeconds(1));
			recording.start();
			action.run();
			recording.stop();
			return stacks(recording);
		}
	}

	private List<String> stacks(Recording recording) throws IOException {
		Path file = this.files.resolve("pinned.jfr");
		recording.dump(file);
		return RecordingFile.readAllEvents(file)
			.stream()
			.filter((event) -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
			.map(RecordedEvent::toString)
			.toList();
	}

	private interface ThrowingAction {

		void run() throws Exception;

	}

}
