package io.bedrockruntime.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Configuration properties for request metadata, which can be used to filter the model
 * invocation log.
 *
 * @since 0.1.0
 */
public class BedrockRuntimeRequestMetadataProperties {

	/**
	 * Metadata entries to add to each request.
	 */
	private final Map<String, String> values = new LinkedHashMap<>();

	/**
	 * Keys whose values are read from Reactor's context, or else from the MDC of the
	 * calling thread.
	 */
	private List<String> fromContext = new ArrayList<>();

	/**
	 * Whether to add the ID of the current trace, as 'traceId'.
	 */
	private boolean traceId;

	public Map<String, String> getValues() {
		return this.values;
	}

	public List<String> getFromContext() {
		return this.fromContext;
	}

	public void setFromContext(List<String> fromContext) {
		this.fromContext = fromContext;
	}

	public boolean isTraceId() {
		return this.traceId;
	}

	public void setTraceId(boolean traceId) {
		this.traceId = traceId;
	}

}
