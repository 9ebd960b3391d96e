package io.bedrockruntime.benchmarks.peer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each client makes the calls that are measured.
 */
@Tag("exhaustive")
class PeersTests {

	private static final String MODEL = "anthropic.claude-sonnet-4-20250514-v1:0";

	private static final List<String> WITHOUT_STREAMS = List.of("sdk-apache5", "sdk-url");

	private static BedrockRuntimeEmulator emulator;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder()
			.credentials(ExampleCredentials.ACCESS_KEY, ExampleCredentials.SECRET_KEY, null)
			.apiKey(ExampleCredentials.API_KEY)
			.tokensPerSecond(1000)
			.start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	static Stream<String> names() {
		return Peers.NAMES.stream();
	}

	static Stream<String> streaming() {
		return names().filter((name) -> !WITHOUT_STREAMS.contains(name));
	}

	@Test
	void onlyBlockingClientsOfSdkCannotStream() {
		for (String name : WITHOUT_STREAMS) {
			try (Peer peer = create(name)) {
				assertThat(peer.canStream()).as(name).isFalse();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("names")
	void converses(String name) throws Exception {
		emulator.script().text("Say \"this\"");
		try (Peer peer = create(name)) {
			int length = peer.converse(Conversation.small(MODEL)).toCompletableFuture().get(20, TimeUnit.SECONDS);
			assertThat(length).isGreaterThanOrEqualTo(10);
			assertThat(name.startsWith("raw") || length == 10).isTrue();
		}
		assertThat(emulator.requests()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("names")
	void invokes(String name) throws Exception {
		byte[] body = """
				{"anthropic_version":"bedrock-2023-05-31","max_tokens":16,"messages":[{"role":"user","content":"Hi"}]}
				""".getBytes(StandardCharsets.UTF_8);
		try (Peer peer = create(name)) {
			assertThat(peer.invoke(MODEL, body).toCompletableFuture().get(20, TimeUnit.SECONDS)).isGreaterThan(10);
		}
	}

	@ParameterizedTest
	@MethodSource("streaming")
	void streams(String name) throws Exception {
		emulator.script().text("one two three four");
		RecordingListener listener = new RecordingListener();
		try (Peer peer = create(name)) {
			assertThat(peer.canStream()).isTrue();
			peer.converseStream(new Conversation(MODEL, List.of("a", "b\n\"", "c")), listener);
			listener.end.get(20, TimeUnit.SECONDS);
		}
		if (name.startsWith("raw")) {
			assertThat(listener.texts).hasPositiveValue();
		}
		else {
			assertThat(listener.text).hasToString("one two three four");
			assertThat(listener.others).hasValueGreaterThanOrEqualTo(3);
		}
	}

	@ParameterizedTest
	@MethodSource("streaming")
	void cancels(String name) throws Exception {
		emulator.script().text("word ".repeat(10_000));
		RecordingListener listener = new RecordingListener();
		try (Peer peer = create(name)) {
			assertThat(peer.canStream()).isTrue();
			Runnable cancellation = peer.converseStream(Conversation.small(MODEL), listener);
			assertThat(listener.first.await(20, TimeUnit.SECONDS)).isTrue();
			cancellation.run();
			assertThat(emulator.awaitCancellations(1, Duration.ofSeconds(20))).hasSize(1);
			assertThat(listener.end).isNotDone();
			assertThat(peer.converse(Conversation.small(MODEL)).toCompletableFuture().get(20, TimeUnit.SECONDS))
				.isPositive();
		}
	}

	@ParameterizedTest
	@MethodSource("names")
	void failsWhenServerFails(String name) throws Exception {
		emulator.script().error(400, "ValidationException", "Not like this");
		try (Peer peer = create(name)) {
			AtomicBoolean failed = new AtomicBoolean();
			peer.converse(Conversation.small(MODEL)).toCompletableFuture().handle((length, failure) -> {
				failed.set(failure != null);
				return "";
			}).get(20, TimeUnit.SECONDS);
			assertThat(failed).isTrue();
		}
	}

	private static Peer create(String name) {
		return Peers.create(name, new PeerSettings(emulator.endpoint(), 10));
	}

	private static final class RecordingListener implements StreamListener {

		private final StringBuffer text = new StringBuffer();

		private final AtomicInteger texts = new AtomicInteger();

		private final AtomicInteger others = new AtomicInteger();

		private final CountDownLatch first = new CountDownLatch(1);

		private final CompletableFuture<String> end = new CompletableFuture<>();

		@Override
		public void text(String text) {
			this.text.append(text);
			this.texts.incrementAndGet();
			this.first.countDown();
		}

		@Override
		public void other() {
			this.others.incrementAndGet();
		}

		@Override
		public void end(Throwable failure) {
			if (failure != null) {
				this.end.completeExceptionally(failure);
			}
			else {
				this.end.complete("ended");
			}
		}

	}

}
