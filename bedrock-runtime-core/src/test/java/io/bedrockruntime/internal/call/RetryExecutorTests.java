package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.InternalServerException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.internal.operation.OperationCall;
import io.bedrockruntime.internal.operation.Operations;
import io.bedrockruntime.internal.operation.StreamOperation;
import io.bedrockruntime.internal.operation.UnaryOperation;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryExecutor}: pauses, the budget and the call timeout, in virtual
 * time.
 */
class RetryExecutorTests {

	private static final ServiceError ERROR = new ServiceError("Converse", 429, null, null, null, false, null, null,
			null, null);

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final Timeouts HASTY = Timeouts.defaults().withCall(Duration.ofSeconds(2));

	private static final AttemptRecovery NOWHERE = new TestRecovery(false, false);

	private final AtomicInteger sent = new AtomicInteger();

	private final RetryPolicy policy = policy(RetrySettings.standard());

	private Mono<Integer> call(RetryPolicy policy, int failures,
			Function<ServiceError, BedrockRuntimeException> failure, Map<String, List<String>> headers) {
		return call(policy, Timeouts.defaults(), failures, failure, headers);
	}

	private Mono<Integer> call(RetryPolicy policy, Timeouts timeouts, int failures,
			Function<ServiceError, BedrockRuntimeException> failure, Map<String, List<String>> headers) {
		return Mono.defer(() -> {
			CallContext<Mono<Integer>> call = unary(timeouts);
			RetryExecutor attempts = policy.begin(call, true, 0, NOWHERE);
			return attempts.execute(call.responseType(), () -> {
				this.sent.incrementAndGet();
				attempts.responded(new ResponseMetadata(null, 429, headers, call.attempts()));
				return (call.attempts() <= failures) ? Mono.error(failure.apply(ERROR)) : Mono.just(call.attempts());
			});
		});
	}

	private static Map<String, List<String>> hint(String name, String value) {
		return Map.of(name, List.of(value));
	}

	@ParameterizedTest
	@CsvSource({ "x-amz-retry-after, 3000", "retry-after, 3", "X-Amz-Retry-After, ' 3000 '" })
	void whenServiceHintsWhenToRetryThenThatIsThePause(String name, String value) {
		StepVerifier.withVirtualTime(() -> call(this.policy, 1, ThrottlingException::new, hint(name, value)))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(2999))
			.thenAwait(Duration.ofMillis(1))
			.expectNext(2)
			.expectComplete()
			.verify(WAIT);
	}

	@ParameterizedTest
	@CsvSource({ "false, 6", "true, 26" })
	void whenHintIsADayThenThePauseIsLimited(boolean adaptive, int longest) {
		RetryPolicy policy = adaptive ? policy(RetrySettings.adaptive()) : this.policy;
		// Not throttled, because the adaptive strategy would then use real time.
		StepVerifier.withVirtualTime(() -> call(policy, 1, InternalServerException::new, hint("retry-after", "86400")))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(4900))
			.thenAwait(Duration.ofSeconds(longest))
			.expectNext(2)
			.expectComplete()
			.verify(WAIT);
	}

	@ParameterizedTest
	@CsvSource({ "x-amz-retry-after, soon", "retry-after, '-1'", "x-amz-retry-after, 99999999999999999999", "a, b" })
	void whenHintIsInvalidThenThePauseIsTheStrategysOwn(String name, String value) {
		StepVerifier.withVirtualTime(() -> call(this.policy, 2, InternalServerException::new, hint(name, value)))
			.thenAwait(Duration.ofMillis(150))
			.expectNext(3)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenAttemptsAreUsedUpThenTheLastFailureHasTheOthersSuppressed() {
		StepVerifier.withVirtualTime(() -> call(this.policy, 9, ThrottlingException::new, Map.of()))
			.thenAwait(Duration.ofSeconds(3))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ThrottlingException.class)
				.extracting(Throwable::getSuppressed)
				.asInstanceOf(InstanceOfAssertFactories.ARRAY)
				.hasSize(2))
			.verify(WAIT);
		assertThat(this.sent).hasValue(3);
	}

	@Test
	void whenFailureIsFinalThenThereIsOneAttempt() {
		StepVerifier.create(call(this.policy, 9, ValidationException::new, Map.of()))
			.expectError(ValidationException.class)
			.verify(WAIT);
		assertThat(this.sent).hasValue(1);
	}

	@Test
	void whenRetriesAreOffThenThereIsOneAttempt() {
		for (RetrySettings retries : List.of(RetrySettings.none(), RetrySettings.standard().withMaxAttempts(1))) {
			StepVerifier.create(call(policy(retries), 9, ThrottlingException::new, Map.of()))
				.expectErrorSatisfies((ex) -> assertThat(ex.getSuppressed()).isEmpty())
				.verify(WAIT);
		}
		assertThat(this.sent).hasValue(2);
	}

	@Test
	void whenRetriesSucceedThenTheBudgetLasts() {
		StepVerifier
			.withVirtualTime(() -> Flux.range(0, 200)
				.concatMap((i) -> call(this.policy, 1, InternalServerException::new, Map.of())))
			.thenAwait(Duration.ofMinutes(1))
			.expectNextCount(200)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenRetriesFailThenTheBudgetIsExhaustedForAllCalls() {
		StepVerifier
			.withVirtualTime(() -> Flux.range(0, 200)
				.concatMap((i) -> call(this.policy, 9, InternalServerException::new, Map.of()).onErrorComplete()))
			.thenAwait(Duration.ofMinutes(1))
			.expectComplete()
			.verify(WAIT);
		// The budget is 500, and each retry takes 14.
		assertThat(this.sent).hasValue(200 + 35);
	}

	@Test
	void whenCancelledDuringThePauseThenNothingIsSentAndTheBudgetIsComplete() {
		StepVerifier
			.withVirtualTime(() -> Flux.range(0, 200)
				.concatMap((i) -> call(this.policy, 1, InternalServerException::new, hint("x-amz-retry-after", "3000"))
					.timeout(Duration.ofSeconds(1))
					.onErrorComplete()))
			.thenAwait(Duration.ofMinutes(10))
			.expectComplete()
			.verify(WAIT);
		assertThat(this.sent).hasValue(200);
		StepVerifier.withVirtualTime(() -> call(this.policy, 2, InternalServerException::new, Map.of()))
			.thenAwait(Duration.ofSeconds(1))
			.expectNext(3)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenPauseWouldOutlastTheCallThenItFailsAtOnceWithWhatHappened() {
		StepVerifier
			.withVirtualTime(
					() -> call(this.policy, HASTY, 1, ThrottlingException::new, hint("x-amz-retry-after", "3000")))
			.expectError(ThrottlingException.class)
			.verify(WAIT);
	}

	@Test
	void whenAttemptsTogetherTakeTooLongThenCallTimeoutExpires() {
		StepVerifier.withVirtualTime(() -> {
			CallContext<Mono<Integer>> context = unary(HASTY);
			RetryExecutor call = this.policy.begin(context, true, 0, NOWHERE);
			return call.execute(context.responseType(), () -> Mono.delay(Duration.ofMillis(1500))
				.flatMap((tick) -> Mono.error(new InternalServerException(ERROR))));
		})
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(1999))
			.thenAwait(Duration.ofMillis(1))
			.expectError(CallTimeoutException.class)
			.verify(WAIT);
	}

	@Test
	void whenAStreamHasBegunThenItIsNotRetried() {
		AtomicInteger announced = new AtomicInteger();
		CallContext<Flux<Integer>> context = streaming();
		RetryExecutor call = this.policy.begin(context, true, 0, NOWHERE);
		Flux<Integer> stream = call.execute(context.responseType(), () -> {
			call.announce(announced::incrementAndGet);
			return Flux.range(0, 2)
				.doOnNext((event) -> call.beginDelivery())
				.concatWith(Mono.error(new InternalServerException(ERROR)));
		});
		StepVerifier.create(stream).expectNext(0, 1).expectError(InternalServerException.class).verify(WAIT);
		assertThat(context.attempts()).isEqualTo(1);
		assertThat(announced).hasValue(1);
	}

	@ParameterizedTest
	@CsvSource({ "1, 2", "9, 3" })
	void whenAStreamIsRetriedThenOneResponseIsAnnounced(int failures, int announcedAttempt) {
		AtomicInteger announced = new AtomicInteger();
		Flux<Integer> stream = Flux.defer(() -> {
			CallContext<Flux<Integer>> context = streaming();
			RetryExecutor call = this.policy.begin(context, true, 0, NOWHERE);
			return call.execute(context.responseType(), () -> {
				int number = context.attempts();
				call.announce(() -> announced.addAndGet(number));
				return (number <= failures) ? Flux.error(new InternalServerException(ERROR))
						: Flux.just(1).doOnNext((event) -> call.beginDelivery());
			});
		}).onErrorComplete();
		StepVerifier.withVirtualTime(() -> stream)
			.thenAwait(Duration.ofSeconds(1))
			.thenConsumeWhile((event) -> true)
			.expectComplete()
			.verify(WAIT);
		assertThat(announced).hasValue(announcedAttempt);
	}

	@Test
	void whenFailureIsAlwaysTheSameObjectThenItIsThrownAsItIs() {
		InternalServerException same = new InternalServerException(ERROR);
		StepVerifier.withVirtualTime(() -> call(this.policy, 9, (error) -> same, Map.of()))
			.thenAwait(Duration.ofSeconds(1))
			.expectErrorSatisfies((ex) -> assertThat(ex).isSameAs(same))
			.verify(WAIT);
	}

	@Test
	void whenAdaptiveAndThrottledThenFurtherCallsWaitForPermission() {
		try (RetryPolicy adaptive = policy(RetrySettings.adaptive())) {
			assertThat(call(adaptive, 1, ThrottlingException::new, Map.of()).block(WAIT)).isEqualTo(2);
			// The rate is measured in real time, so only the success is certain.
			assertThat(Flux.range(0, 3)
				.flatMap((i) -> call(adaptive, 0, ThrottlingException::new, Map.of()))
				.collectList()
				.block(WAIT)).containsExactly(1, 1, 1);
		}
	}

	@Test
	void whenAdaptiveClientIsClosedThenCallsThatWaitFail() {
		RetryPolicy adaptive = policy(RetrySettings.adaptive());
		call(adaptive, 1, ThrottlingException::new, Map.of()).block(WAIT);
		Mono<List<Throwable>> calls = Flux.range(0, 50)
			.flatMap((i) -> call(adaptive, 0, ThrottlingException::new, Map.of()).materialize(), 50)
			.mapNotNull((signal) -> signal.getThrowable())
			.collectList();
		Mono<List<Throwable>> started = calls.cache();
		started.subscribe();
		adaptive.close();
		assertThat(started.block(WAIT)).isNotEmpty()
			.allSatisfy((ex) -> assertThat(ex).isInstanceOf(BedrockRuntimeException.class)
				.isNotInstanceOf(CancellationException.class)
				.hasMessageContaining("closed"));
	}

	// Recovery

	private Mono<Integer> refused(RetryPolicy policy, boolean repeatable, AttemptRecovery recovery) {
		return Mono.defer(() -> {
			CallContext<Mono<Integer>> call = unary(Timeouts.defaults());
			return policy.begin(call, repeatable, 0, recovery).execute(call.responseType(), () -> {
				this.sent.incrementAndGet();
				return Mono.error(new AccessDeniedException(ERROR));
			});
		});
	}

	@Test
	void whenWhatWasRefusedIsCorrectedThenItIsSentOnceMoreAlsoWithoutRetries() {
		for (RetryPolicy policy : List.of(this.policy, policy(RetrySettings.none()))) {
			StepVerifier.create(refused(policy, true, new TestRecovery(true, false)))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(AccessDeniedException.class)
					.satisfies((last) -> assertThat(last.getSuppressed()).hasSize(1)))
				.verify(WAIT);
		}
		assertThat(this.sent).hasValue(4);
	}

	@Test
	void whenRequestCannotBeRepeatedThenACorrectionSendsNothing() {
		StepVerifier.create(refused(this.policy, false, new TestRecovery(true, false)))
			.expectError(AccessDeniedException.class)
			.verify(WAIT);
		assertThat(this.sent).hasValue(1);
	}

	@Test
	void whenCorrectionFailsOrNeverComesThenTheRefusalIsWhatCounts() {
		AttemptRecovery failing = new TestRecovery(Mono.error(new IllegalStateException("correction")), false);
		StepVerifier.create(refused(this.policy, true, failing)).expectError(AccessDeniedException.class).verify(WAIT);
		StepVerifier.withVirtualTime(() -> refused(this.policy, true, new TestRecovery(Mono.never(), false)))
			.thenAwait(Timeouts.defaults().response())
			.expectError(AccessDeniedException.class)
			.verify(WAIT);
		assertThat(this.sent).hasValue(2);
	}

	@Test
	void whenCallFailsOverThenNothingIsAnnouncedHere() {
		AtomicInteger announced = new AtomicInteger();
		for (boolean nextTarget : new boolean[] { true, false }) {
			CallContext<Flux<Integer>> context = streaming();
			RetryExecutor attempts = policy(RetrySettings.none()).begin(context, true, 0,
					new TestRecovery(false, nextTarget));
			StepVerifier.create(attempts.execute(context.responseType(), () -> {
				attempts.announce(announced::incrementAndGet);
				return Flux.error(new InternalServerException(ERROR));
			})).expectError(InternalServerException.class).verify(WAIT);
			assertThat(announced).hasValue(nextTarget ? 0 : 1);
		}
	}

	@SuppressWarnings("unchecked")
	private static CallContext<Mono<Integer>> unary(Timeouts timeouts) {
		UnaryOperation<ConverseRequest, ?> operation = Operations.CONVERSE;
		UnaryResponseType<Integer> type = new UnaryResponseType<>((UnaryOperation<?, Integer>) operation, 1);
		CallContext<Mono<Integer>> call = new CallContext<>(
				new OperationCall<>(operation, ConverseRequest.of("model", "text"), null), type);
		call.begin(timeouts);
		return call;
	}

	@SuppressWarnings("unchecked")
	private static CallContext<Flux<Integer>> streaming() {
		StreamOperation<ConverseStreamRequest, ?, ?> operation = Operations.CONVERSE_STREAM;
		EventStreamResponseType<Integer, ?> type = new EventStreamResponseType<>(
				(StreamOperation<?, Integer, ?>) operation, (response) -> {
				}, null, EventStreamLimits.defaults());
		CallContext<Flux<Integer>> call = new CallContext<>(
				new OperationCall<>(operation, ConverseStreamRequest.of("model", "text"), null), type);
		call.begin(Timeouts.defaults());
		return call;
	}

	private static RetryPolicy policy(RetrySettings retries) {
		return new RetryPolicy(retries, (event) -> {
		});
	}

	private record TestRecovery(Mono<Boolean> correction, boolean nextTarget) implements AttemptRecovery {

		TestRecovery(boolean correction, boolean nextTarget) {
			this(Mono.just(correction), nextTarget);
		}

		@Override
		public Mono<Boolean> correct(Throwable failure) {
			return this.correction;
		}

		@Override
		public boolean hasNextTarget() {
			return this.nextTarget;
		}

		@Override
		public boolean failsOver(Throwable failure) {
			return this.nextTarget;
		}

		@Override
		public void retrying(Throwable failure) {
			// no-op
		}

	}

}
