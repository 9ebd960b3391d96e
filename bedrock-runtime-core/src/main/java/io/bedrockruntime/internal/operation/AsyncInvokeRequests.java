package io.bedrockruntime.internal.operation;

import java.util.UUID;

import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import org.jspecify.annotations.Nullable;

/**
 * Requests of asynchronous invocation, bound to HTTP as the service's contract has it.
 */
public final class AsyncInvokeRequests {

	private static final String PATH = "/async-invoke";

	private AsyncInvokeRequests() {
	}

	/**
	 * Prepare a request. Where it has no idempotency token it gets one here, before it is
	 * sent for the first time, so that sending it again does not start a second
	 * invocation.
	 */
	public static MarshalledRequest prepare(StartAsyncInvokeRequest request) {
		StartAsyncInvokeRequest idempotent = (request.clientRequestToken() != null) ? request
				: request.withClientRequestToken(UUID.randomUUID().toString());
		return RequestMarshaller.postJson("StartAsyncInvoke", PATH, PATH, idempotent);
	}

	public static MarshalledRequest prepare(GetAsyncInvokeRequest request) {
		return RequestMarshaller.get("GetAsyncInvoke", PATH + "/{invocationArn}",
				PATH + "/" + RequestMarshaller.label(request.invocationArn()));
	}

	public static MarshalledRequest prepare(ListAsyncInvokesRequest request) {
		// An instant's own text is ISO 8601 with a fraction only where there is one.
		Query query = new Query().add("submitTimeAfter", request.submitTimeAfter())
			.add("submitTimeBefore", request.submitTimeBefore())
			.add("statusEquals", request.statusEquals())
			.add("maxResults", request.maxResults())
			.add("nextToken", request.nextToken())
			.add("sortBy", request.sortBy())
			.add("sortOrder", request.sortOrder());
		return RequestMarshaller.get("ListAsyncInvokes", PATH, PATH + query.text);
	}

	/**
	 * The query that members are bound to; an absent member has no part in it.
	 */
	private static final class Query {

		private final StringBuilder text = new StringBuilder();

		private Query add(String name, @Nullable Object value) {
			if (value != null) {
				this.text.append(this.text.isEmpty() ? '?' : '&')
					.append(name)
					.append('=')
					.append(RequestMarshaller.label(value.toString()));
			}
			return this;
		}

	}

}
