package io.bedrockruntime.autoconfigure.observation;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for observations of the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("bedrock.runtime.observations")
public class BedrockRuntimeObservationsProperties {

	/**
	 * Names of models in metrics and span names, keyed by model ID or ARN, or by the last
	 * part of an ARN.
	 */
	private final Map<String, String> modelAliases = new LinkedHashMap<>();

	/**
	 * Destination for the content of requests and responses: prompts, responses, and the
	 * arguments and results of tools. Everybody who can read the spans or the log can
	 * then read the content.
	 */
	private Content content = Content.NONE;

	/**
	 * Maximum number of characters of content to record, per request and per response.
	 */
	private int maxContentLength = 8192;

	/**
	 * Whether to send the headers that propagate the trace and its baggage.
	 */
	private boolean propagateTraceHeaders = true;

	public Map<String, String> getModelAliases() {
		return this.modelAliases;
	}

	public Content getContent() {
		return this.content;
	}

	public void setContent(Content content) {
		this.content = content;
	}

	public int getMaxContentLength() {
		return this.maxContentLength;
	}

	public void setMaxContentLength(int maxContentLength) {
		this.maxContentLength = maxContentLength;
	}

	public boolean isPropagateTraceHeaders() {
		return this.propagateTraceHeaders;
	}

	public void setPropagateTraceHeaders(boolean propagateTraceHeaders) {
		this.propagateTraceHeaders = propagateTraceHeaders;
	}

	/**
	 * Destination for the content of requests and responses.
	 */
	public enum Content {

		/** Content is not recorded. */
		NONE,

		/** Attributes of spans. */
		SPANS,

		/** The log, at INFO. */
		LOGS

	}

}
