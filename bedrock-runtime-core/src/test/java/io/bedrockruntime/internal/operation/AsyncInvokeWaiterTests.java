package io.bedrockruntime.internal.operation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.bedrockruntime.exception.AsyncInvokeFailedException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeOutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeS3OutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeStatus;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AsyncInvokeWaiter}, all in virtual time.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncInvokeWaiterTests {

	private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:async-invoke/ab12";

	private final List<Long> polls = new ArrayList<>();

	private AsyncInvokeStatus status = AsyncInvokeStatus.IN_PROGRESS;

	private double random = 1;

	@Test
	void whenAlreadyCompletedThenReturnsAtOnce() {
		this.status = AsyncInvokeStatus.COMPLETED;
		StepVerifier.withVirtualTime(() -> await(Duration.ofMinutes(1)))
			.assertNext((response) -> assertThat(response.status()).isEqualTo(AsyncInvokeStatus.COMPLETED))
			.verifyComplete();
		assertThat(this.polls).containsExactly(0L);
	}

	@Test
	void whenInProgressThenAsksAgainAfterGrowingPauses() {
		StepVerifier.withVirtualTime(() -> await(Duration.ofMinutes(10)))
			.thenAwait(Duration.ofSeconds(130))
			.then(() -> this.status = AsyncInvokeStatus.COMPLETED)
			.thenAwait(Duration.ofSeconds(40))
			.assertNext((response) -> assertThat(response.invocationArn()).isEqualTo(ARN))
			.verifyComplete();
		assertThat(this.polls).containsExactly(0L, 2_000L, 6_000L, 14_000L, 30_000L, 62_000L, 94_000L, 126_000L,
				158_000L);
	}

	@Test
	void whenChanceIsSmallThenPausesAreShorter() {
		this.random = 0.25;
		StepVerifier.withVirtualTime(() -> await(Duration.ofMinutes(10)))
			.thenAwait(Duration.ofMillis(3_600))
			.then(() -> this.status = AsyncInvokeStatus.COMPLETED)
			.thenAwait(Duration.ofSeconds(10))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.polls).containsExactly(0L, 500L, 1_500L, 3_500L, 7_500L);
	}

	@Test
	void whenStatusIsUnknownThenContinuesToWait() {
		this.status = AsyncInvokeStatus.of("Queued");
		StepVerifier.withVirtualTime(() -> await(Duration.ofMinutes(10)))
			.thenAwait(Duration.ofSeconds(1))
			.then(() -> this.status = AsyncInvokeStatus.COMPLETED)
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void whenInvocationFailsThenSaysSoWithoutItsMessage() {
		StepVerifier.withVirtualTime(() -> await(Duration.ofMinutes(10)))
			.thenAwait(Duration.ofSeconds(1))
			.then(() -> this.status = AsyncInvokeStatus.FAILED)
			.thenAwait(Duration.ofSeconds(1))
			.verifyErrorSatisfies((ex) -> {
				assertThat(ex).isInstanceOf(BedrockRuntimeException.class)
					.isInstanceOfSatisfying(AsyncInvokeFailedException.class, (failed) -> {
						assertThat(failed.invocationArn()).isEqualTo(ARN);
						assertThat(failed.failureMessage()).isEqualTo("the secret prompt");
					});
				StringWriter trace = new StringWriter();
				ex.printStackTrace(new PrintWriter(trace));
				assertThat(trace.toString()).contains(ARN).doesNotContain("secret");
			});
	}

	@Test
	void whenDeadlineIsReachedThenFailsAndAsksNoMore() {
		StepVerifier.withVirtualTime(() -> await(Duration.ofSeconds(20)))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(19_999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(CallTimeoutException.class).hasMessageContaining("PT20S"));
		assertThat(this.polls).containsExactly(0L, 2_000L, 6_000L, 14_000L);
	}

	@Test
	void whenDeadlineIsReachedDuringACallThenCallIsCancelled() {
		TestPublisher<GetAsyncInvokeResponse> call = TestPublisher.create();
		StepVerifier
			.withVirtualTime(
					() -> new AsyncInvokeWaiter((request) -> call.mono(), () -> 1).await(ARN, Duration.ofSeconds(5)))
			.thenAwait(Duration.ofSeconds(5))
			.verifyError(CallTimeoutException.class);
		call.assertCancelled();
	}

	@Test
	void whenCallFailsThenWaitingEnds() {
		ConnectionFailedException failure = new ConnectionFailedException("failed", null);
		Supplier<Mono<GetAsyncInvokeResponse>> waiting = () -> new AsyncInvokeWaiter((request) -> Mono.error(failure),
				() -> 1)
			.await(ARN, Duration.ofSeconds(5));
		StepVerifier.withVirtualTime(waiting).verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(failure));
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1 })
	void whenTimeoutIsNotPositiveThenNothingIsSent(long seconds) {
		StepVerifier.create(await(Duration.ofSeconds(seconds))).verifyError(IllegalArgumentException.class);
		assertThat(this.polls).isEmpty();
	}

	private Mono<GetAsyncInvokeResponse> await(Duration timeout) {
		return new AsyncInvokeWaiter((request) -> Mono.fromSupplier(() -> {
			this.polls.add(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
			return response(request.invocationArn());
		}), () -> this.random).await(ARN, timeout);
	}

	private GetAsyncInvokeResponse response(String arn) {
		return new GetAsyncInvokeResponse(arn, "model", this.status, Instant.EPOCH,
				AsyncInvokeOutputDataConfig.s3OutputDataConfig(AsyncInvokeS3OutputDataConfig.of("s3://bucket")), null,
				"the secret prompt", null, null);
	}

}
