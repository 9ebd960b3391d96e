package io.bedrockruntime.stream;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.BidirectionalOutputPayloadPart;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.testserver.ChunkSignatureCheck;
import io.bedrockruntime.testserver.Http2Server;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BidirectionalStreamSession}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BidirectionalStreamSessionTests {

	private final TestPublisher<InvokeModelWithBidirectionalStreamOutput> output = TestPublisher.create();

	private final Sent sent = new Sent();

	private BidirectionalStreamSession session() {
		return BidirectionalStreamSession.of((body) -> {
			body.subscribe(this.sent);
			return this.output.flux();
		});
	}

	private static InvokeModelWithBidirectionalStreamOutput out(String text) {
		return InvokeModelWithBidirectionalStreamOutput.chunk(new BidirectionalOutputPayloadPart(Blob.ofUtf8(text)));
	}

	/** Virtual threads if the JDK has them. */
	private static Executor threads() {
		ThreadFactory factory = threadFactory();
		return (task) -> factory.newThread(task).start();
	}

	private static ThreadFactory threadFactory() {
		try {
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			Class<?> type = Class.forName("java.lang.Thread$Builder");
			return (ThreadFactory) type.getMethod("factory").invoke(builder);
		}
		catch (NoSuchMethodException | ClassNotFoundException ex) {
			return Thread::new;
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whenSentReadAndClosedFromDifferentThreadsThenTheServerSeesAndSaysAll() throws Exception {
		try (Http2Server server = Http2Server
			.events((call, payloads) -> payloads.map((payload) -> Responses.event("chunk", payload)));
				ReactiveBedrockRuntimeTemplate client = client(server)) {
			BidirectionalStreamSession session = new BedrockRuntimeTemplate(client).invokeModelWithBidirectionalStream(
					new InvokeModelWithBidirectionalStreamRequest("amazon.nova-2-sonic-v1:0"));
			CompletableFuture<List<String>> reader = CompletableFuture.supplyAsync(() -> {
				List<String> read = new ArrayList<>();
				session.forEach((event) -> read.add(event.bytes().asUtf8String()));
				return read;
			}, threads());
			CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 500; i++) {
					session.send(Blob.ofUtf8("event " + i));
				}
				session.completeInput();
			}, threads());
			writer.get(30, TimeUnit.SECONDS);
			List<String> read = reader.get(30, TimeUnit.SECONDS);
			assertThat(read).hasSize(500).startsWith("event 0", "event 1").endsWith("event 499");
			ChunkSignatureCheck.check(server.calls.get(0), "eu-central-1");
			CompletableFuture.runAsync(session::close, threads()).get(30, TimeUnit.SECONDS);
			assertThat(server.gone).hasValue(0);
		}
	}

	@Test
	void whenClosedByAnotherThreadThenServerSeesItAndBothThreadsContinue() throws Exception {
		AtomicInteger taken = new AtomicInteger();
		try (Http2Server server = Http2Server.events((call, payloads) -> payloads.take(1)
			.doOnNext((payload) -> taken.incrementAndGet())
			.map((payload) -> Responses.event("chunk", payload))
			.concatWith(Flux.never())); ReactiveBedrockRuntimeTemplate client = client(server)) {
			BidirectionalStreamSession session = new BedrockRuntimeTemplate(client)
				.invokeModelWithBidirectionalStream(new InvokeModelWithBidirectionalStreamRequest("model"));
			CompletableFuture<Throwable> reader = CompletableFuture
				.supplyAsync(() -> thrownBy(() -> session.forEach((event) -> {
				})), threads());
			CompletableFuture<Throwable> writer = CompletableFuture.supplyAsync(() -> thrownBy(() -> {
				while (true) {
					session.send(Blob.wrap(new byte[100_000]));
				}
			}), threads());
			await().until(() -> taken.get() == 1);
			session.close();
			assertThat(reader.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
			assertThat(writer.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
			await().until(() -> server.gone.get() == 1);
		}
	}

	private static ReactiveBedrockRuntimeTemplate client(Http2Server server) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(server.endpoint())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(ChunkSignatureCheck.KEY_ID, ChunkSignatureCheck.SECRET)))
			.build();
	}

	private static Throwable thrownBy(Runnable task) {
		try {
			task.run();
			return new AssertionError("Nothing was thrown");
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	@Test
	void whenNetworkTakesNoMoreThenSendWaits() throws Exception {
		try (BidirectionalStreamSession session = session()) {
			this.sent.request(1);
			session.send(Blob.ofUtf8("a"));
			CompletableFuture<Void> second = CompletableFuture.runAsync(() -> session.send(Blob.ofUtf8("b")),
					threads());
			CompletableFuture<Void> third = CompletableFuture.runAsync(() -> session.send(Blob.ofUtf8("c")), threads());
			await().during(Duration.ofMillis(200))
				.until(() -> !second.isDone() && !third.isDone() && this.sent.events.size() == 1);
			this.sent.request(1);
			CompletableFuture.anyOf(second, third).get(20, TimeUnit.SECONDS);
			await().during(Duration.ofMillis(200)).until(() -> this.sent.events.size() == 2);
			assertThat(second.isDone()).isNotEqualTo(third.isDone());
			this.sent.request(1);
			CompletableFuture.allOf(second, third).get(20, TimeUnit.SECONDS);
			assertThat(this.sent.events).hasSize(3);
		}
	}

	@Test
	void whenInputIsCompletedThenServiceReceivesTheEndAndNothingMoreIsSent() {
		try (BidirectionalStreamSession session = session()) {
			this.sent.request(5);
			session.send(Blob.ofUtf8("a"));
			session.completeInput();
			session.completeInput();
			assertThat(this.sent.completed).hasValue(1);
			assertThatIllegalStateException().isThrownBy(() -> session.send(Blob.ofUtf8("b")))
				.withMessageContaining("completed");
			assertThat(this.sent.events).hasSize(1);
			this.output.next(out("late"));
			this.output.complete();
			assertThat(session.stream().map((event) -> event.bytes().asUtf8String())).containsExactly("late");
		}
	}

	@Test
	void whenInputIsCompletedBeforeTheCallSubscribesThenServiceReceivesTheEnd() {
		AtomicReference<Runnable> subscribe = new AtomicReference<>();
		try (BidirectionalStreamSession session = BidirectionalStreamSession.of((body) -> {
			subscribe.set(() -> body.subscribe(this.sent));
			return this.output.flux();
		})) {
			session.completeInput();
			subscribe.get().run();
			assertThat(this.sent.completed).hasValue(1);
		}
	}

	@Test
	void whenCallFailedThenSendSaysWhyAndReaderHasTheFailureItself() {
		ThrottlingException failure = new ThrottlingException(new ServiceError("InvokeModelWithBidirectionalStream",
				429, "ThrottlingException", null, null, true, null, null, null, null));
		try (BidirectionalStreamSession session = session()) {
			this.sent.request(5);
			this.output.next(out("a"));
			this.output.error(failure);
			assertThatExceptionOfType(BedrockRuntimeClientException.class)
				.isThrownBy(() -> session.send(Blob.ofUtf8("b")))
				.withMessageContaining("ended")
				.withCause(failure);
			List<String> read = new ArrayList<>();
			assertThatExceptionOfType(ThrottlingException.class)
				.isThrownBy(() -> session.forEach((event) -> read.add(event.bytes().asUtf8String())));
			assertThat(read).containsExactly("a");
		}
		assertThat(this.sent.events).isEmpty();
	}

	@Test
	void whenCallFailsWhileAnEventWaitsThenSenderContinues() throws Exception {
		try (BidirectionalStreamSession session = session()) {
			CompletableFuture<Throwable> sender = CompletableFuture
				.supplyAsync(() -> thrownBy(() -> session.send(Blob.ofUtf8("a"))), threads());
			await().during(Duration.ofMillis(200)).until(() -> !sender.isDone());
			this.output.error(new TruncatedStreamException("cut", null));
			assertThat(sender.get(20, TimeUnit.SECONDS)).isInstanceOf(BedrockRuntimeClientException.class)
				.hasCauseInstanceOf(TruncatedStreamException.class);
		}
	}

	@Test
	void whenServiceEndedTheCallThenSendSaysSo() {
		try (BidirectionalStreamSession session = session()) {
			this.sent.request(5);
			this.output.complete();
			assertThatExceptionOfType(BedrockRuntimeClientException.class)
				.isThrownBy(() -> session.send(Blob.ofUtf8("b")))
				.withMessageContaining("ended")
				.withNoCause();
			session.completeInput();
			assertThat(session.stream()).isEmpty();
		}
	}

	@Test
	void whenClosedThenCallIsCancelledAndSendSaysSo() {
		BidirectionalStreamSession session = session();
		this.sent.request(5);
		session.close();
		session.close();
		this.output.assertCancelled(1);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> session.send(Blob.ofUtf8("b")));
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> session.iterator().hasNext());
	}

	@Test
	void whenSendingThreadIsInterruptedThenNothingIsSentAndTheCallContinues() throws Exception {
		try (BidirectionalStreamSession session = session()) {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			AtomicReference<Boolean> marked = new AtomicReference<>();
			Thread sender = threadFactory().newThread(() -> {
				thrown.set(thrownBy(() -> session.send(Blob.ofUtf8("a"))));
				marked.set(Thread.currentThread().isInterrupted());
			});
			sender.start();
			await().until(() -> sender.getState() == Thread.State.WAITING);
			sender.interrupt();
			sender.join(20_000);
			assertThat(thrown.get()).isInstanceOf(BedrockRuntimeClientException.class)
				.hasCauseInstanceOf(InterruptedException.class);
			assertThat(marked.get()).isTrue();
			this.sent.request(1);
			session.send(Blob.ofUtf8("b"));
			assertThat(this.sent.events).hasSize(1);
			this.output.assertNotCancelled();
		}
	}

	@Test
	void whenOnAnEventLoopThenRefuses() {
		try (BidirectionalStreamSession session = session()) {
			this.sent.request(5);
			Throwable thrown = Mono.fromSupplier(() -> thrownBy(() -> session.send(Blob.ofUtf8("a"))))
				.subscribeOn(Schedulers.parallel())
				.block();
			assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("must not block");
			assertThat(this.sent.events).isEmpty();
		}
	}

	@Test
	void whenEventIsNullThenSaysSo() {
		try (BidirectionalStreamSession session = session()) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> session.send((InvokeModelWithBidirectionalStreamInput) null));
		}
	}

	/**
	 * Subscriber in the role of the network, with controlled demand.
	 */
	private static final class Sent extends BaseSubscriber<InvokeModelWithBidirectionalStreamInput> {

		private final List<InvokeModelWithBidirectionalStreamInput> events = new CopyOnWriteArrayList<>();

		private final AtomicInteger completed = new AtomicInteger();

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// requested by the tests
		}

		@Override
		protected void hookOnNext(InvokeModelWithBidirectionalStreamInput event) {
			this.events.add(event);
		}

		@Override
		protected void hookOnComplete() {
			this.completed.incrementAndGet();
		}

	}

}
