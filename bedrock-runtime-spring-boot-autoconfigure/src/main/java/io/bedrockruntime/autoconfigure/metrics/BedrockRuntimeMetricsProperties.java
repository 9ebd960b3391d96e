package io.bedrockruntime.autoconfigure.metrics;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for metrics of the Amazon Bedrock Runtime.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(BedrockRuntimeMetricsProperties.PREFIX)
public final class BedrockRuntimeMetricsProperties {

	static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".metrics";

	/**
	 * Maximum number of distinct models in metrics. Calls of further models are counted
	 * as calls of '_OTHER'.
	 */
	private int maxModels = 100;

	/**
	 * Whether to record the 'gen_ai.client.token.usage' histogram, which older dashboards
	 * use. Spring AI has a counter of that name, and most registries reject two types of
	 * meters with the same name.
	 */
	private TokenUsage tokenUsage = TokenUsage.AUTO;

	/**
	 * Whether to record the time between two chunks of a stream, which adds one
	 * measurement for each chunk.
	 */
	private boolean timePerOutputChunk;

	/**
	 * Prices to estimate costs from. They are published as metrics.
	 */
	private final List<Price> prices = new ArrayList<>();

	public int getMaxModels() {
		return this.maxModels;
	}

	public void setMaxModels(int maxModels) {
		this.maxModels = maxModels;
	}

	public TokenUsage getTokenUsage() {
		return this.tokenUsage;
	}

	public void setTokenUsage(TokenUsage tokenUsage) {
		this.tokenUsage = tokenUsage;
	}

	public boolean isTimePerOutputChunk() {
		return this.timePerOutputChunk;
	}

	public void setTimePerOutputChunk(boolean timePerOutputChunk) {
		this.timePerOutputChunk = timePerOutputChunk;
	}

	public List<Price> getPrices() {
		return this.prices;
	}

	/**
	 * Condition for recording the histogram of tokens.
	 */
	public enum TokenUsage {

		/**
		 * Only if Spring AI is absent.
		 */
		AUTO,

		/**
		 * Always.
		 */
		TRUE,

		/**
		 * Never.
		 */
		FALSE

	}

	/**
	 * Prices of a model's tokens.
	 */
	public static final class Price {

		/**
		 * Model, inference profile or prompt, as requests name it. The last part of an
		 * ARN is sufficient.
		 */
		private @Nullable String modelId;

		/**
		 * Price of a million input tokens, in US dollars.
		 */
		private @Nullable Double input;

		/**
		 * Price of a million output tokens, in US dollars.
		 */
		private @Nullable Double output;

		/**
		 * Price of a million input tokens that are read from the prompt cache, in US
		 * dollars.
		 */
		private @Nullable Double cacheRead;

		/**
		 * Price of a million input tokens that are written to the prompt cache, in US
		 * dollars.
		 */
		private @Nullable Double cacheWrite;

		public @Nullable String getModelId() {
			return this.modelId;
		}

		public void setModelId(@Nullable String modelId) {
			this.modelId = modelId;
		}

		public @Nullable Double getInput() {
			return this.input;
		}

		public void setInput(@Nullable Double input) {
			this.input = input;
		}

		public @Nullable Double getOutput() {
			return this.output;
		}

		public void setOutput(@Nullable Double output) {
			this.output = output;
		}

		public @Nullable Double getCacheRead() {
			return this.cacheRead;
		}

		public void setCacheRead(@Nullable Double cacheRead) {
			this.cacheRead = cacheRead;
		}

		public @Nullable Double getCacheWrite() {
			return this.cacheWrite;
		}

		public void setCacheWrite(@Nullable Double cacheWrite) {
			this.cacheWrite = cacheWrite;
		}

	}

}
