package io.bedrockruntime.emulator.internal.operation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.bedrockruntime.emulator.internal.async.AsyncInvocation;
import io.bedrockruntime.emulator.internal.async.AsyncInvocations;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.QueryParameters;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handler of ListAsyncInvokes.
 */
public final class ListAsyncInvokesOperation implements OperationHandler {

	private static final int MOST = 1000;

	private final RequestValidator validator;

	private final AsyncInvocations invocations;

	public ListAsyncInvokesOperation(RequestValidator validator, AsyncInvocations invocations) {
		this.validator = validator;
		this.invocations = invocations;
	}

	@Override
	public WireResponse handle(OperationCall call) {
		QueryParameters query = new QueryParameters(call.request().rawQuery());
		this.validator.validateQuery(call.operation().input(), query);
		List<AsyncInvocation> found = find(query);
		List<AsyncInvocation> page = found.subList(0, Math.min(found.size(), maxResults(query)));
		ArrayNode summaries = Json.array();
		page.forEach((invocation) -> summaries.add(invocation.toJson()));
		ObjectNode response = Json.object();
		response.set("asyncInvokeSummaries", summaries);
		if (page.size() < found.size()) {
			response.put("nextToken", page.get(page.size() - 1).pageToken(question(query)));
		}
		return WireResponse.unary(200, List.of(OperationResponses.JSON), Json.bytes(response));
	}

	private List<AsyncInvocation> find(QueryParameters query) {
		Instant after = instant(query, "submitTimeAfter");
		Instant before = instant(query, "submitTimeBefore");
		String status = query.get("statusEquals");
		List<AsyncInvocation> ordered = new ArrayList<>(this.invocations.all());
		ordered.sort(Comparator.comparing(AsyncInvocation::submitTime));
		if (!query.get("sortOrder", "").equals("Ascending")) {
			Collections.reverse(ordered);
		}
		return ordered.subList(begin(query, ordered), ordered.size())
			.stream()
			.filter((invocation) -> after == null || invocation.submitTime().isAfter(after))
			.filter((invocation) -> before == null || invocation.submitTime().isBefore(before))
			.filter((invocation) -> status == null || invocation.status().value().equals(status))
			.toList();
	}

	/** A page continues after an invocation, even if its state has changed. */
	private static int begin(QueryParameters query, List<AsyncInvocation> ordered) {
		String token = query.get("nextToken");
		if (token == null) {
			return 0;
		}
		for (int i = 0; i < ordered.size(); i++) {
			if (ordered.get(i).pageToken(question(query)).equals(token)) {
				return i + 1;
			}
		}
		throw ServiceErrorException.validation("The provided nextToken is invalid.");
	}

	private static int maxResults(QueryParameters query) {
		String value = query.get("maxResults");
		if (value == null) {
			return MOST;
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= 1 && number <= MOST) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// reported below
		}
		throw ServiceErrorException
			.validation("1 validation error detected: Value at 'maxResults' failed to satisfy constraint: "
					+ "Member must be between 1 and 1000");
	}

	private static @Nullable Instant instant(QueryParameters query, String name) {
		String value = query.get(name);
		if (value == null) {
			return null;
		}
		try {
			return OffsetDateTime.parse(value).toInstant();
		}
		catch (DateTimeException ex) {
			throw ServiceErrorException.validation("1 validation error detected: Value at '" + name
					+ "' failed to satisfy constraint: Member must be a timestamp");
		}
	}

	/** Return a hash of the parameters that must be the same for each page. */
	private static String question(QueryParameters query) {
		StringBuilder question = new StringBuilder();
		for (String name : List.of("submitTimeAfter", "submitTimeBefore", "statusEquals", "sortBy", "sortOrder")) {
			question.append(Objects.toString(query.get(name), "")).append('\n');
		}
		return Sha256.hex(question.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
	}

}
