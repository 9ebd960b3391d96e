package io.bedrockruntime.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.EnumValue;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * Requests bound to HTTP as the service's contract has it.
 */
public final class RequestMarshaller {

	private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

	public static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

	private static final byte[] NOTHING = {};

	private RequestMarshaller() {
	}

	static MarshalledRequest prepare(ConverseRequest request) {
		return new MarshalledRequest("Converse", HttpMethod.POST, "/model/{modelId}/converse",
				"/model/" + label(request.modelId()) + "/converse", Map.of("content-type", JSON), JSON, json(request),
				false);
	}

	static MarshalledRequest prepare(ConverseStreamRequest request) {
		return new MarshalledRequest("ConverseStream", HttpMethod.POST, "/model/{modelId}/converse-stream",
				"/model/" + label(request.modelId()) + "/converse-stream", Map.of("content-type", JSON), EVENT_STREAM,
				json(request), true);
	}

	static MarshalledRequest prepare(InvokeModelRequest request) {
		return new MarshalledRequest("InvokeModel", HttpMethod.POST, "/model/{modelId}/invoke",
				"/model/" + label(request.modelId()) + "/invoke", invocationHeaders(request).values,
				printable("accept", orJson(request.accept())), bytes(request.body()), false);
	}

	static MarshalledRequest prepare(InvokeModelWithResponseStreamRequest request) {
		// Accept itself asks for the event stream; what is wanted inside it has a header
		// of its own.
		Headers headers = invocationHeaders(request.toInvokeModelRequest()).add("x-amzn-bedrock-accept",
				request.accept());
		return new MarshalledRequest("InvokeModelWithResponseStream", HttpMethod.POST,
				"/model/{modelId}/invoke-with-response-stream",
				"/model/" + label(request.modelId()) + "/invoke-with-response-stream", headers.values, EVENT_STREAM,
				bytes(request.body()), true);
	}

	private static Headers invocationHeaders(InvokeModelRequest request) {
		return new Headers().add("content-type", orJson(request.contentType()))
			.add("x-amzn-bedrock-trace", request.trace())
			.add("x-amzn-bedrock-guardrailidentifier", request.guardrailIdentifier())
			.add("x-amzn-bedrock-guardrailversion", request.guardrailVersion())
			.add("x-amzn-bedrock-performanceconfig-latency", request.performanceConfigLatency())
			.add("x-amzn-bedrock-service-tier", request.serviceTier())
			.add("x-amzn-bedrock-request-metadata", request.requestMetadata());
	}

	/**
	 * Prepare a request whose members, but for labels, are all in a JSON body.
	 */
	static MarshalledRequest postJson(String operation, String template, String path, Object request) {
		return new MarshalledRequest(operation, HttpMethod.POST, template, path, Map.of("content-type", JSON), JSON,
				json(request), false);
	}

	/**
	 * Prepare a request whose members are all in the path and the query.
	 */
	static MarshalledRequest get(String operation, String template, String path) {
		return new MarshalledRequest(operation, HttpMethod.GET, template, path, Map.of(), JSON, NOTHING, false);
	}

	/**
	 * Encode a path label as AWS does: all but letters, digits and {@code -_.~}, so that
	 * an ARN with its colons and slashes stays one segment.
	 */
	static String label(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	private static byte[] json(Object request) {
		return BedrockRuntimeJson.mapper().writeValueAsBytes(request);
	}

	private static byte[] bytes(@Nullable Blob body) {
		return (body != null) ? body.asByteArrayUnsafe() : NOTHING;
	}

	private static String orJson(@Nullable String mediaType) {
		return (mediaType != null) ? mediaType : JSON;
	}

	/**
	 * Check the value of a header: a line break would forge another one, and what is
	 * signed must be what is sent.
	 */
	private static String printable(String name, String value) {
		Assert.isTrue(value.chars().allMatch((character) -> character >= ' ' && character < 127),
				() -> "Value for header '" + name + "' must be printable ASCII");
		return value;
	}

	/**
	 * Headers that members are bound to; an absent member has none.
	 */
	private static final class Headers {

		private final Map<String, String> values = new LinkedHashMap<>();

		private Headers add(String name, @Nullable EnumValue value) {
			return add(name, (value != null) ? value.value() : null);
		}

		private Headers add(String name, @Nullable String value) {
			if (value != null) {
				this.values.put(name, printable(name, value));
			}
			return this;
		}

	}

}
