package io.bedrockruntime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.PublisherProbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EventStream}.
 */
class EventStreamTests {

	private static final Duration WAIT = Duration.ofSeconds(10);

	@Test
	void whenCallFailsThenAllThatCameBeforeIsReadFirst() {
		Flux<Integer> events = Flux.concat(Flux.range(0, 10), Flux.error(new IllegalStateException("broken")));
		List<Integer> read = new ArrayList<>();
		try (EventStream<Integer> stream = EventStream.of(events)) {
			assertThatIllegalStateException().isThrownBy(() -> stream.forEach(read::add)).withMessage("broken");
		}
		assertThat(read).hasSize(10);
	}

	@Test
	void whenReadAsStreamThenEndsWithTheCall() {
		try (EventStream<Integer> stream = EventStream.of(Flux.range(0, 100))) {
			assertThat(stream.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4950);
			assertThat(stream.iterator()).isExhausted();
		}
	}

	@Test
	void whenReaderIsSlowThenLittleIsReadAhead() {
		AtomicLong requested = new AtomicLong();
		try (EventStream<Integer> stream = EventStream.of(Flux.range(0, 1000).doOnRequest(requested::addAndGet))) {
			stream.iterator().next();
			assertThat(requested).hasValueLessThanOrEqualTo(16);
		}
	}

	@Test
	void whenClosedThenTheCallIsCancelled() {
		PublisherProbe<Integer> call = PublisherProbe.of(Flux.never());
		EventStream<Integer> stream = EventStream.of(call.flux());
		stream.close();
		stream.close();
		call.assertWasCancelled();
	}

	@Test
	void whenItsStreamIsClosedThenTheCallIsCancelled() {
		PublisherProbe<Integer> call = PublisherProbe.of(Flux.never());
		EventStream.of(call.flux()).stream().close();
		call.assertWasCancelled();
	}

	@Test
	void whenClosedThenReadingOnFails() {
		EventStream<Integer> stream = EventStream.of(Flux.range(0, 100));
		assertThat(stream.iterator().next()).isZero();
		stream.close();
		assertThatIllegalStateException().isThrownBy(() -> stream.iterator().hasNext()).withMessageContaining("closed");
		assertThatIllegalStateException().isThrownBy(() -> stream.iterator().next()).withMessageContaining("closed");
	}

	@Test
	void whenClosedWhileAnotherThreadWaitsThenThatThreadIsTold() {
		Sinks.Many<Integer> call = Sinks.many().unicast().onBackpressureBuffer();
		EventStream<Integer> stream = EventStream.of(call.asFlux());
		Thread reader = new Thread(() -> stream.forEach((event) -> {
		}));
		AtomicReference<Throwable> outcome = new AtomicReference<>();
		reader.setUncaughtExceptionHandler((thread, ex) -> outcome.set(ex));
		reader.start();
		await().atMost(WAIT).until(() -> reader.getState() == Thread.State.WAITING);
		stream.close();
		await().atMost(WAIT).until(() -> !reader.isAlive());
		assertThat(outcome.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
	}

	@Test
	void whenWaitingThreadIsInterruptedThenTheCallIsCancelled() {
		PublisherProbe<Integer> call = PublisherProbe.of(Flux.never());
		EventStream<Integer> stream = EventStream.of(call.flux());
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(BedrockRuntimeClientException.class).isThrownBy(() -> stream.iterator().hasNext());
		assertThat(Thread.interrupted()).isTrue();
		call.assertWasCancelled();
	}

	@Test
	void whenWaitedForOnAnEventLoopThenFailsInsteadOfBlockingIt() {
		Mono<Boolean> blocking = Mono.fromCallable(() -> EventStream.of(Flux.<Integer>never()).iterator().hasNext())
			.subscribeOn(Schedulers.parallel());
		assertThatIllegalStateException().isThrownBy(() -> blocking.block(WAIT)).withMessageContaining("event loop");
	}

}
