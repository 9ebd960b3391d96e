package io.bedrockruntime.samples.tour;

import java.util.List;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeStatus;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeSummary;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesResponse;
import io.bedrockruntime.model.asyncinvoke.SortOrder;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Completed invocations: the first page, and all pages as one stream.
 */
@Component
@Order(11)
class ListAsyncInvokesExample implements OperationExample {

	private final BedrockRuntimeOperations bedrock;

	private final Videos videos;

	ListAsyncInvokesExample(BedrockRuntimeOperations bedrock, Videos videos) {
		this.bedrock = bedrock;
		this.videos = videos;
	}

	@Override
	public String operation() {
		return "ListAsyncInvokes";
	}

	@Override
	public String http() {
		return "GET /async-invoke";
	}

	@Override
	public void run(Narrator narrator) {
		ListAsyncInvokesRequest request = ListAsyncInvokesRequest.builder()
			.statusEquals(AsyncInvokeStatus.COMPLETED)
			.submitTimeAfter(this.videos.begin())
			.sortOrder(SortOrder.ASCENDING)
			.maxResults(1)
			.build();
		narrator.asked("the completed invocations of this tour, oldest first, one per page");
		ListAsyncInvokesResponse page = this.bedrock.listAsyncInvokes(request);
		narrator.got("the first page" + ((page.nextToken() != null) ? ", and a token for the next one" : ""));
		narrator.facts(page.responseMetadata());
		narrator.asked("the same, all pages");
		List<AsyncInvokeSummary> summaries = this.bedrock.listAllAsyncInvokes(request).toList();
		summaries.forEach((summary) -> narrator.got(summary.invocationArn() + " " + summary.status()));
		narrator.got("invocations in all: " + summaries.size());
	}

}
