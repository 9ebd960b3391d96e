package io.bedrockruntime.internal.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.bedrockruntime.internal.SafeListeners;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

import org.springframework.util.StringUtils;

/**
 * Adds metadata to requests, within the bounds of the service. A call does not fail
 * because of what is added.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
public final class RequestMetadataContributor {

	private static final int MAX_ENTRIES = 16;

	private static final int MAX_LENGTH = 256;

	private static final int MAX_HEADER_LENGTH = 8500;

	private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-zA-Z0-9\\s:_@$#=/+,.-]");

	private static final TypeReference<LinkedHashMap<String, String>> ENTRIES = new TypeReference<>() {
	};

	private final @Nullable Function<ContextView, Map<String, String>> source;

	public RequestMetadataContributor(@Nullable Function<ContextView, Map<String, String>> source) {
		this.source = source;
	}

	boolean isNone() {
		return this.source == null;
	}

	ConverseRequest addTo(ConverseRequest request, ContextView context) {
		Map<String, String> metadata = addTo(request.requestMetadata(), context);
		return (metadata != null) ? request.toBuilder().requestMetadata(metadata).build() : request;
	}

	ConverseStreamRequest addTo(ConverseStreamRequest request, ContextView context) {
		Map<String, String> metadata = addTo(request.requestMetadata(), context);
		return (metadata != null) ? request.toBuilder().requestMetadata(metadata).build() : request;
	}

	InvokeModelRequest addTo(InvokeModelRequest request, ContextView context) {
		String metadata = addTo(request.requestMetadata(), context);
		return (metadata != null) ? request.toBuilder().requestMetadata(metadata).build() : request;
	}

	InvokeModelWithResponseStreamRequest addTo(InvokeModelWithResponseStreamRequest request, ContextView context) {
		return InvokeModelWithResponseStreamRequest.from(addTo(request.toInvokeModelRequest(), context));
	}

	/**
	 * Add to the JSON object that is the value of a header.
	 * @return the new text, or {@code null} if nothing was added
	 */
	private @Nullable String addTo(@Nullable String own, ContextView context) {
		try {
			Map<String, String> entries = (own != null) ? BedrockRuntimeJson.mapper().readValue(own, ENTRIES) : null;
			Map<String, String> metadata = addTo(entries, context);
			String text = (metadata != null) ? BedrockRuntimeJson.mapper().writeValueAsString(metadata) : null;
			return (text != null && text.length() <= MAX_HEADER_LENGTH) ? text : null;
		}
		catch (JacksonException ex) {
			// It is the user's own, and the service says what is wrong with it.
			return null;
		}
	}

	/**
	 * Add to the entries of a request.
	 * @return the new entries, or {@code null} if nothing was added
	 */
	private @Nullable Map<String, String> addTo(@Nullable Map<String, String> own, ContextView context) {
		Map<String, String> metadata = (own != null) ? new LinkedHashMap<>(own) : new LinkedHashMap<>();
		int before = metadata.size();
		added(context).forEach((key, value) -> {
			if (metadata.size() < MAX_ENTRIES && StringUtils.hasLength(key) && value != null) {
				metadata.putIfAbsent(allowed(key), allowed(value));
			}
		});
		return (metadata.size() > before) ? metadata : null;
	}

	private Map<String, String> added(ContextView context) {
		Map<String, String> added = new LinkedHashMap<>();
		Function<ContextView, Map<String, String>> source = this.source;
		if (source != null) {
			SafeListeners.guarded(() -> added.putAll(source.apply(context)));
		}
		return added;
	}

	private static String allowed(String text) {
		String cut = (text.length() > MAX_LENGTH) ? text.substring(0, MAX_LENGTH) : text;
		return NOT_ALLOWED.matcher(cut).replaceAll("_");
	}

}
