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
	 * Maximum number of models that metrics tell apart. Calls to further ones are counted
	 * together, as those to '_OTHER'.
	 */
	private int maxModels = 100;

	/**
	 * Whether to record 'gen_ai.client.token.usage', the histogram of tokens that older
	 * dashboards ask for. Spring AI has a counter of that name, and most registries take
	 * no two kinds of meter by one name.
	 */
	private TokenUsage tokenUsage = TokenUsage.AUTO;

	/**
	 * Whether to record the time between one chunk of a stream and the next, which is one
	 * record for each chunk.
	 */
	private boolean timePerOutputChunk;

	/**
	 * Prices to estimate costs from, which become metrics themselves.
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
	 * When the histogram of tokens is recorded.
	 */
	public enum TokenUsage {

		/**
		 * Where Spring AI is absent.
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
	 * What the tokens of a model cost.
	 */
	public static final class Price {

		/**
		 * Model, inference profile or prompt as requests name it. Of an ARN the last part
		 * will do.
		 */
		private @Nullable String modelId;

		/**
		 * US dollars for a million input tokens.
		 */
		private @Nullable Double input;

		/**
		 * US dollars for a million output tokens.
		 */
		private @Nullable Double output;

		/**
		 * US dollars for a million input tokens that are read from the prompt cache.
		 */
		private @Nullable Double cacheRead;

		/**
		 * US dollars for a million input tokens that are written to the prompt cache.
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
