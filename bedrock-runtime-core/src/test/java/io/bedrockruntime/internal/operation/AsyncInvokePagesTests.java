package io.bedrockruntime.internal.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeOutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeS3OutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeStatus;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeSummary;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AsyncInvokePages}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncInvokePagesTests {

	private static final ListAsyncInvokesRequest REQUEST = ListAsyncInvokesRequest.builder()
		.statusEquals(AsyncInvokeStatus.FAILED)
		.maxResults(2)
		.build();

	private final List<ListAsyncInvokesRequest> requests = new ArrayList<>();

	@Test
	void whenThereAreSeveralPagesThenAllAreRead() {
		assertThat(arns(flux(page("a", 1, 2), page("b"), page("c", 3), page(null, 4)))).containsExactly("1", "2", "3",
				"4");
		assertThat(this.requests).extracting(ListAsyncInvokesRequest::nextToken).containsExactly(null, "a", "b", "c");
		assertThat(this.requests).allSatisfy((request) -> {
			assertThat(request.statusEquals()).isEqualTo(AsyncInvokeStatus.FAILED);
			assertThat(request.maxResults()).isEqualTo(2);
		});
	}

	@Test
	void whenListingHasNoInvocationsThenIsEmpty() {
		assertThat(arns(flux(new ListAsyncInvokesResponse("", null)))).isEmpty();
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void whenMoreIsNotDemandedThenNoFurtherPageIsAskedFor() {
		StepVerifier.create(flux(page("a", 1, 2), page("b", 3), page(null, 4)), 0)
			.expectSubscription()
			.then(() -> assertThat(this.requests).isEmpty())
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(this.requests).hasSize(1))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(this.requests).hasSize(1))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(this.requests).hasSize(2))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(this.requests).hasSize(3))
			.verifyComplete();
	}

	@Test
	void whenCancelledThenCallIsCancelled() {
		TestPublisher<ListAsyncInvokesResponse> call = TestPublisher.create();
		StepVerifier.create(AsyncInvokePages.flux(REQUEST, (request) -> call.mono()), 0)
			.expectSubscription()
			.thenRequest(1)
			.then(call::assertWasSubscribed)
			.thenCancel()
			.verify();
		call.assertCancelled();
	}

	@Test
	void whenSubscribedAgainThenBeginsAnew() {
		Flux<AsyncInvokeSummary> all = AsyncInvokePages.flux(REQUEST,
				(request) -> Mono.just((request.nextToken() != null) ? page(null, 2) : page("a", 1)));
		assertThat(arns(all)).containsExactly("1", "2");
		assertThat(arns(all)).containsExactly("1", "2");
	}

	@Test
	void whenThereAreManyPagesThenStackSuffices() {
		Flux<AsyncInvokeSummary> all = AsyncInvokePages.flux(REQUEST, (request) -> {
			int number = (request.nextToken() != null) ? Integer.parseInt(request.nextToken()) : 0;
			return Mono.just(page((number < 20_000) ? String.valueOf(number + 1) : null, number));
		});
		StepVerifier.create(all).expectNextCount(20_001).verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenTokenIsRepeatedThenFailsAfterItsPage(boolean inRequest) {
		ListAsyncInvokesRequest request = inRequest ? REQUEST.toBuilder().nextToken("a").build() : REQUEST;
		List<ListAsyncInvokesResponse> pages = List.of(page("a", 1), page("b", 2), page("a", 3), page(null, 4));
		int read = inRequest ? 1 : 3;
		StepVerifier.create(AsyncInvokePages.flux(request, reactive(pages)).map(AsyncInvokeSummary::invocationArn))
			.expectNextCount(read)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageContaining("nextToken"))
			.verify();
		assertThat(this.requests).hasSize(read);
	}

	@Test
	void whenCallFailsThenFailsAfterWhatCameBefore() {
		IllegalStateException failure = new IllegalStateException("failed");
		StepVerifier
			.create(AsyncInvokePages
				.flux(REQUEST,
						(request) -> (request.nextToken() != null) ? Mono.error(failure) : Mono.just(page("a", 1)))
				.map(AsyncInvokeSummary::invocationArn))
			.expectNext("1")
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(failure));
	}

	@Test
	void whenStreamIsReadThenPagesAreAskedForOneByOne() {
		Iterator<AsyncInvokeSummary> all = AsyncInvokePages
			.stream(REQUEST, blocking(List.of(page("a", 1, 2), page("b"), page(null, 3))))
			.iterator();
		assertThat(this.requests).isEmpty();
		assertThat(all.next().invocationArn()).isEqualTo("1");
		assertThat(all.next().invocationArn()).isEqualTo("2");
		assertThat(this.requests).hasSize(1);
		assertThat(all.next().invocationArn()).isEqualTo("3");
		assertThat(this.requests).extracting(ListAsyncInvokesRequest::nextToken).containsExactly(null, "a", "b");
		assertThat(all.hasNext()).isFalse();
		assertThat(this.requests).hasSize(3);
	}

	@Test
	void whenStreamIsLimitedThenNoFurtherPageIsAskedFor() {
		assertThat(AsyncInvokePages.stream(REQUEST, blocking(List.of(page("a", 1, 2), page(null, 3)))).limit(2))
			.hasSize(2);
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void whenTokenIsRepeatedThenStreamFailsAfterItsPage() {
		List<String> read = new ArrayList<>();
		assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(
				() -> AsyncInvokePages.stream(REQUEST, blocking(List.of(page("a", 1), page("a", 2), page(null, 3))))
					.map(AsyncInvokeSummary::invocationArn)
					.forEach(read::add));
		assertThat(read).containsExactly("1", "2");
	}

	private Flux<AsyncInvokeSummary> flux(ListAsyncInvokesResponse... pages) {
		return AsyncInvokePages.flux(REQUEST, reactive(List.of(pages)));
	}

	private Function<ListAsyncInvokesRequest, Mono<ListAsyncInvokesResponse>> reactive(
			List<ListAsyncInvokesResponse> pages) {
		Function<ListAsyncInvokesRequest, ListAsyncInvokesResponse> blocking = blocking(pages);
		return (request) -> Mono.fromSupplier(() -> blocking.apply(request));
	}

	private Function<ListAsyncInvokesRequest, ListAsyncInvokesResponse> blocking(List<ListAsyncInvokesResponse> pages) {
		return (request) -> {
			this.requests.add(request);
			return pages.get(this.requests.size() - 1);
		};
	}

	private static List<String> arns(Flux<AsyncInvokeSummary> all) {
		return all.map(AsyncInvokeSummary::invocationArn).collectList().block();
	}

	private static ListAsyncInvokesResponse page(String nextToken, int... arns) {
		return new ListAsyncInvokesResponse(nextToken,
				IntStream.of(arns).mapToObj(AsyncInvokePagesTests::summary).toList());
	}

	private static AsyncInvokeSummary summary(int arn) {
		return new AsyncInvokeSummary(String.valueOf(arn), "model", Instant.EPOCH,
				AsyncInvokeOutputDataConfig.s3OutputDataConfig(AsyncInvokeS3OutputDataConfig.of("s3://bucket")), null,
				null, null, null, null);
	}

}
