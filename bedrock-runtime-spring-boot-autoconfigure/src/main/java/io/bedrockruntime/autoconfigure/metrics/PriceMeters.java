package io.bedrockruntime.autoconfigure.metrics;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import io.bedrockruntime.autoconfigure.metrics.BedrockRuntimeMetricsProperties.Price;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ModelNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the configured prices, from which a recording rule computes costs, and logs a
 * warning once for each model without a price if other models have one.
 */
class PriceMeters implements CallMeters.Recorder {

	static final String NAME = "bedrock.client.price";

	private static final Log logger = LogFactory.getLog(PriceMeters.class);

	private static final String PROPERTY = BedrockRuntimeMetricsProperties.PREFIX + ".prices";

	private static final PropertyValidator VALIDATOR = new PropertyValidator(
			BedrockRuntimeMetricsProperties.PREFIX + ".");

	private static final int MAX_WARNINGS = 100;

	private final ModelNames modelNames;

	private final Set<String> priced = ConcurrentHashMap.newKeySet();

	private final Set<String> unpriced = ConcurrentHashMap.newKeySet();

	PriceMeters(MeterRegistry registry, List<Price> prices, ModelNames modelNames) {
		this.modelNames = modelNames;
		for (int i = 0; i < prices.size(); i++) {
			register(registry, prices.get(i), "prices[" + i + "].");
		}
	}

	private void register(MeterRegistry registry, Price price, String property) {
		if (price.getModelId() == null || price.getModelId().isBlank()) {
			throw VALIDATOR.failure(property + "model-id", "is missing",
					"Set it to the model, inference profile or prompt that has this price.");
		}
		String model = this.modelNames.of(price.getModelId());
		VALIDATOR.require(this.priced.add(model), property + "model-id",
				"is '" + price.getModelId() + "', which already has a price",
				"Remove one of the two, as metrics do not distinguish models of that name.");
		register(registry, model, "input", price.getInput(), property + "input");
		register(registry, model, "output", price.getOutput(), property + "output");
		register(registry, model, "cache_read", price.getCacheRead(), property + "cache-read");
		register(registry, model, "cache_write", price.getCacheWrite(), property + "cache-write");
	}

	private static void register(MeterRegistry registry, String model, String tokenType, @Nullable Double price,
			String property) {
		if (price == null) {
			return;
		}
		VALIDATOR.require(price >= 0 && !price.isInfinite(), property, "is " + price,
				"Set it to US dollars for a million tokens, such as '0.3'.");
		Gauge.builder(NAME, () -> price)
			.description("Price of a million tokens, as configured")
			.baseUnit("usd")
			.tag(CallTags.REQUEST_MODEL, model)
			.tag("token_type", tokenType)
			.register(registry);
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context, CallTags tags) {
		if (this.priced.isEmpty() || context.usage() == null || !context.isInference()) {
			return;
		}
		String model = this.modelNames.of(context.requestModel());
		if (!this.priced.contains(model) && this.unpriced.size() < MAX_WARNINGS && this.unpriced.add(model)) {
			logger.warn("No price is configured for the model '" + model + "' in '" + PROPERTY
					+ "': its costs are not estimated");
		}
	}

}
