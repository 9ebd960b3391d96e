package io.bedrockruntime.internal.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.bedrockruntime.internal.SafeListeners;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;
import tools.jackson.core.JacksonException;

import org.springframework.util.StringUtils;

/**
 * Adds metadata to requests, within the limits of the service. An addition never fails
 * the call.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
public final class RequestMetadataContributor {

	private static final int MAX_ENTRIES = 16;

	private static final int MAX_LENGTH = 256;

	private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-zA-Z0-9\\s:_@$#=/+,.-]");

	private final @Nullable Function<ContextView, Map<String, String>> source;

	public RequestMetadataContributor(@Nullable Function<ContextView, Map<String, String>> source) {
		this.source = source;
	}

	/**
	 * Return whether metadata can be added to requests of an operation.
	 */
	public boolean contributesTo(Operation<?> operation) {
		return this.source != null && operation.inference() != null;
	}

	/**
	 * Add metadata to the request of a call.
	 * @param call the call
	 * @param context the Reactor context that the metadata may come from
	 * @return the call, the same one if nothing was added
	 */
	public <I> OperationCall<I> addTo(OperationCall<I> call, ContextView context) {
		InferenceView<I> view = call.operation().inference();
		return (view != null) ? call.withRequest(addTo(view.of(call.request()), context)) : call;
	}

	<I> I addTo(InferenceRequest<I> view, ContextView context) {
		Map<String, String> own;
		try {
			own = view.requestMetadata();
		}
		catch (JacksonException ex) {
			// The text is from the caller, and the service reports the error in it.
			return view.request();
		}
		Map<String, String> metadata = (own != null) ? new LinkedHashMap<>(own) : new LinkedHashMap<>();
		int before = metadata.size();
		added(context).forEach((key, value) -> {
			if (metadata.size() < MAX_ENTRIES && StringUtils.hasLength(key) && value != null) {
				metadata.putIfAbsent(allowed(key), allowed(value));
			}
		});
		return (metadata.size() > before) ? view.withRequestMetadata(metadata) : view.request();
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
