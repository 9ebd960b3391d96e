package io.bedrockruntime.internal.operation;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeSummary;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Iteration over all pages of a listing. A page is requested when its first element is
 * demanded.
 */
public final class AsyncInvokePages {

	private final Set<String> tokens = new HashSet<>();

	private ListAsyncInvokesRequest request;

	private boolean more = true;

	private boolean repeated;

	private AsyncInvokePages(ListAsyncInvokesRequest request) {
		this.request = request;
		if (request.nextToken() != null) {
			this.tokens.add(request.nextToken());
		}
	}

	public static Flux<AsyncInvokeSummary> flux(ListAsyncInvokesRequest request,
			Function<ListAsyncInvokesRequest, Mono<ListAsyncInvokesResponse>> list) {
		return Flux.defer(() -> {
			AsyncInvokePages pages = new AsyncInvokePages(request);
			// Repeating subscribes at the end of a page, even without demand. Mapping
			// without prefetch, and hidden from optimization, waits for demand.
			return Flux.just(pages)
				.hide()
				.concatMap((next) -> list.apply(next.request).flatMapIterable(next::accept), 0)
				.repeat(pages::hasMore);
		});
	}

	public static Stream<AsyncInvokeSummary> stream(ListAsyncInvokesRequest request,
			Function<ListAsyncInvokesRequest, ListAsyncInvokesResponse> list) {
		AsyncInvokePages pages = new AsyncInvokePages(request);
		Iterator<List<AsyncInvokeSummary>> iterator = new Iterator<>() {
			@Override
			public boolean hasNext() {
				return pages.hasMore();
			}

			@Override
			public List<AsyncInvokeSummary> next() {
				if (!pages.hasMore()) {
					throw new NoSuchElementException("Listing has ended");
				}
				return pages.accept(list.apply(pages.request));
			}
		};
		int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, characteristics), false)
			.flatMap(List::stream);
	}

	private List<AsyncInvokeSummary> accept(ListAsyncInvokesResponse page) {
		String token = page.nextToken();
		this.more = token != null && !token.isEmpty();
		if (token != null && this.more) {
			this.repeated = !this.tokens.add(token);
			this.request = this.request.toBuilder().nextToken(token).build();
		}
		List<AsyncInvokeSummary> summaries = page.asyncInvokeSummaries();
		return (summaries != null) ? summaries : List.of();
	}

	/**
	 * Return whether there is another page.
	 * @throws InvalidResponseException if the same page was returned before, because the
	 * iteration would never end
	 */
	private boolean hasMore() {
		if (this.repeated) {
			throw new InvalidResponseException(
					"ListAsyncInvokes failed: the service returned the same 'nextToken' twice", null);
		}
		return this.more;
	}

}
