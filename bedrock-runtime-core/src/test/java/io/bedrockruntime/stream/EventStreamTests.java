package io.bedrockruntime.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.TruncatedStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EventStream}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventStreamTests {

	private final TestPublisher<String> source = TestPublisher.create();

	@Test
	void whenReadToItsEndThenAllEventsComeInOrder() {
		try (EventStream<Integer> events = EventStream.of(Flux.range(0, 1000))) {
			List<Integer> read = new ArrayList<>();
			events.forEach(read::add);
			assertThat(read).hasSize(1000).isSorted();
			assertThatExceptionOfType(NoSuchElementException.class)
				.isThrownBy(() -> EventStream.of(Flux.empty()).iterator().next());
		}
	}

	@Test
	void whenCallFailedThenWhatCameBeforeIsReadFirst() {
		Flux<String> failing = Flux.concat(Flux.just("a", "b", "c"),
				Flux.error(new TruncatedStreamException("cut", null)));
		EventStream<String> events = EventStream.of(failing);
		Iterator<String> iterator = events.iterator();
		List<String> read = new ArrayList<>();
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(() -> iterator.forEachRemaining(read::add))
			.withMessage("cut");
		assertThat(read).containsExactly("a", "b", "c");
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(iterator::hasNext);
		assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(iterator::next);
	}

	@Test
	void whenReaderLagsThenNoMoreIsAskedForThanIsReadAhead() {
		AtomicLong made = new AtomicLong();
		try (EventStream<Integer> events = EventStream
			.of(Flux.range(0, 10_000).doOnNext((i) -> made.incrementAndGet()).hide())) {
			assertThat(made).hasValueBetween(1, 16);
			Iterator<Integer> iterator = events.iterator();
			for (int i = 0; i < 100; i++) {
				iterator.next();
			}
			assertThat(made).hasValueBetween(100, 116);
		}
	}

	@Test
	void whenClosedThenCallIsCancelledOnce() {
		EventStream<String> events = EventStream.of(this.source.flux());
		this.source.assertSubscribers(1);
		events.close();
		events.close();
		this.source.assertCancelled(1);
	}

	@Test
	void whenJavaStreamIsClosedThenCallIsCancelled() {
		EventStream<String> events = EventStream.of(this.source.flux());
		this.source.next("a", "b");
		try (var stream = events.stream()) {
			assertThat(stream.limit(2)).containsExactly("a", "b");
		}
		this.source.assertCancelled(1);
	}

	@Test
	void whenReadAfterCloseThenSaysSoInsteadOfEnding() {
		EventStream<String> events = EventStream.of(this.source.flux());
		this.source.next("a", "b");
		Iterator<String> iterator = events.iterator();
		assertThat(iterator.next()).isEqualTo("a");
		events.close();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(iterator::hasNext);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(iterator::next);
	}

	@Test
	void whenClosedAfterItsEndThenItRemainsEnded() {
		EventStream<String> events = EventStream.of(Flux.just("a"));
		Iterator<String> iterator = events.iterator();
		assertThat(iterator.next()).isEqualTo("a");
		assertThat(iterator.hasNext()).isFalse();
		events.close();
		assertThat(iterator.hasNext()).isFalse();
	}

	@Test
	void whenClosedWhileAnotherThreadWaitsThenThatThreadContinues() throws Exception {
		EventStream<String> events = EventStream.of(this.source.flux());
		CompletableFuture<Object> outcome = new CompletableFuture<>();
		Thread reader = reader(events, outcome);
		await().until(() -> reader.getState() == Thread.State.WAITING);
		events.close();
		assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
		this.source.assertCancelled(1);
	}

	@Test
	void whenReadingThreadIsInterruptedThenCallIsCancelled() throws Exception {
		EventStream<String> events = EventStream.of(this.source.flux());
		CompletableFuture<Object> outcome = new CompletableFuture<>();
		Thread reader = reader(events, outcome);
		await().until(() -> reader.getState() == Thread.State.WAITING);
		reader.interrupt();
		assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(BedrockRuntimeClientException.class)
			.hasFieldOrPropertyWithValue("cause.class", InterruptedException.class)
			.asString()
			.contains("interrupted");
		this.source.assertCancelled(1);
	}

	private static Thread reader(EventStream<String> events, CompletableFuture<Object> outcome) {
		Thread reader = new Thread(() -> {
			try {
				outcome.complete(events.iterator().hasNext());
			}
			catch (Throwable ex) {
				if (ex instanceof BedrockRuntimeClientException) {
					assertThat(Thread.currentThread().isInterrupted()).isTrue();
				}
				outcome.complete(ex);
			}
		});
		reader.start();
		return reader;
	}

	@Test
	void whenLoopIsLeftThenAnotherOneContinuesAfterIt() {
		EventStream<String> events = EventStream.of(Flux.just("a", "b", "c", "d"));
		List<String> read = new ArrayList<>();
		for (String event : events) {
			read.add(event);
			if (event.equals("b")) {
				break;
			}
		}
		assertThat(read).containsExactly("a", "b");
		assertThat(events.stream()).containsExactly("c", "d");
		assertThat(events).isEmpty();
	}

	@Test
	void whenOnAnEventLoopThenRefusesBeforeTheCallIsMade() {
		Mono<Object> onEventLoop = Mono.fromCallable(() -> {
			assertThatIllegalStateException().isThrownBy(() -> EventStream.of(this.source.flux()))
				.withMessageContaining("block");
			return true;
		}).cast(Object.class).subscribeOn(Schedulers.parallel());
		assertThat(onEventLoop.block(Duration.ofSeconds(10))).isEqualTo(true);
		this.source.assertWasNotSubscribed();
	}

	@Test
	void whenFailureIsThrownThenTheReadersOwnStackIsWithIt() {
		TruncatedStreamException failure = new TruncatedStreamException("cut", null);
		Iterator<String> iterator = EventStream.<String>of(Flux.error(failure)).iterator();
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(iterator::hasNext).isSameAs(failure);
		}
		assertThat(failure.getSuppressed()).hasSize(1);
	}

}
