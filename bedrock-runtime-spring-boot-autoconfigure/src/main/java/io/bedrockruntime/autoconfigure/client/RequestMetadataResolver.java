package io.bedrockruntime.autoconfigure.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeRequestMetadataProperties;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.util.context.ContextView;

import org.springframework.util.ClassUtils;

/**
 * Resolves the function that adds metadata to requests.
 */
class RequestMetadataResolver {

	private static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".request-metadata.";

	private static final PropertyValidator VALIDATOR = new PropertyValidator(PREFIX);

	private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9\\s:_@$#=/+,.-]{1,256}");

	private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9\\s:_@$#=/+,.-]{0,256}");

	private static final int MAX_ENTRIES = 16;

	private static final boolean TRACING = ClassUtils.isPresent(
			"io.micrometer.tracing.handler.TracingObservationHandler", RequestMetadataResolver.class.getClassLoader());

	private final BedrockRuntimeRequestMetadataProperties properties;

	RequestMetadataResolver(BedrockRuntimeClientProperties properties) {
		this.properties = properties.getRequestMetadata();
	}

	/**
	 * Return the function, or {@code null} if no metadata is configured.
	 */
	@Nullable Function<ContextView, Map<String, String>> resolve() {
		Map<String, String> values = new LinkedHashMap<>(this.properties.getValues());
		List<String> fromContext = List.copyOf(this.properties.getFromContext());
		boolean traceId = this.properties.isTraceId();
		if (values.isEmpty() && fromContext.isEmpty() && !traceId) {
			return null;
		}
		values.forEach(RequestMetadataResolver::check);
		fromContext.forEach((key) -> check("from-context", KEY, key));
		if (values.size() + fromContext.size() + (traceId ? 1 : 0) > MAX_ENTRIES) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s*' has more than %s entries, which the service does not accept".formatted(PREFIX, MAX_ENTRIES),
					"Remove some of 'values' and 'from-context'.", PREFIX + "values");
		}
		return (context) -> metadata(values, fromContext, traceId, context);
	}

	private static Map<String, String> metadata(Map<String, String> values, List<String> fromContext, boolean traceId,
			ContextView context) {
		Map<String, String> metadata = new LinkedHashMap<>(values);
		String trace = (traceId && TRACING) ? TraceIds.of(context) : null;
		if (trace != null) {
			metadata.put("traceId", trace);
		}
		for (String key : fromContext) {
			Object value = context.getOrDefault(key, MDC.get(key));
			if (value != null) {
				metadata.put(key, String.valueOf(value));
			}
		}
		return metadata;
	}

	private static void check(String key, String value) {
		check("values", KEY, key);
		// The message omits the value, as it may be confidential.
		VALIDATOR.require(VALUE.matcher(value).matches(), "values." + key,
				"has characters that the service does not accept, or more than 256 of them",
				"Use letters, digits, spaces and any of :_@$#=/+,.- only.");
	}

	private static void check(String property, Pattern pattern, String name) {
		VALIDATOR.require(pattern.matcher(name).matches(), property,
				"has the key '%s', which the service does not accept".formatted(name),
				"Use 1 to 256 letters, digits, spaces and any of :_@$#=/+,.- only.");
	}

}
