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
	 * Names of models in metrics and span names, by model identifier or ARN, or by the
	 * last part of an ARN.
	 */
	private final Map<String, String> modelAliases = new LinkedHashMap<>();

	/**
	 * Where the content of requests and responses goes: prompts, answers, tools'
	 * arguments and results. Whoever reads spans or logs can read it then.
	 */
	private Content content = Content.NONE;

	/**
	 * Most characters of content of a request, and of a response, that are kept.
	 */
	private int maxContentLength = 8192;

	/**
	 * Whether requests carry the headers with which tracing passes a trace and its
	 * baggage on.
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
	 * Where the content of requests and responses goes.
	 */
	public enum Content {

		/** Nowhere. */
		NONE,

		/** Into the attributes of spans. */
		SPANS,

		/** Into the log. */
		LOGS

	}

}
