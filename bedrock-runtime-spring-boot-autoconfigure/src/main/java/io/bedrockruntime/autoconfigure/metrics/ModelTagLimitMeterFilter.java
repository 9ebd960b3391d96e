package io.bedrockruntime.autoconfigure.metrics;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.bedrockruntime.observation.ErrorTypes;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * {@link MeterFilter} that limits the number of distinct model tags, as users who can
 * choose the model could otherwise create a meter for each name. Calls beyond the limit
 * are still counted, with a common model tag.
 */
class ModelTagLimitMeterFilter implements MeterFilter {

	private static final Log logger = LogFactory.getLog(ModelTagLimitMeterFilter.class);

	private static final String OTHER = ErrorTypes.OTHER;

	private final int maximum;

	private final Set<String> models = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Create an instance.
	 * @param maximum the maximum number of distinct models
	 * @param configured models that always keep their tags
	 */
	ModelTagLimitMeterFilter(int maximum, Collection<String> configured) {
		this.maximum = maximum;
		this.models.addAll(configured);
	}

	@Override
	public Meter.Id map(Meter.Id id) {
		boolean ofCalls = id.getName().startsWith("gen_ai.client.")
				&& CallTags.AWS_BEDROCK.getValue().equals(id.getTag(CallTags.PROVIDER));
		if (!ofCalls && !id.getName().startsWith("bedrock.")) {
			return id;
		}
		Meter.Id mapped = id;
		for (String key : CallTags.MODEL_KEYS) {
			String model = id.getTag(key);
			if (model != null && !isKnown(model)) {
				mapped = mapped.withTag(Tag.of(key, OTHER));
			}
		}
		return mapped;
	}

	private boolean isKnown(String model) {
		if (this.models.contains(model) || model.equals(CallTags.NONE)) {
			return true;
		}
		synchronized (this.models) {
			if (this.models.size() < this.maximum) {
				this.models.add(model);
				return true;
			}
		}
		if (this.warned.compareAndSet(false, true)) {
			logger.warn("The limit of " + this.maximum + " distinct model tags is reached ('"
					+ BedrockRuntimeMetricsProperties.PREFIX
					+ ".max-models'): calls of further models are tagged with '" + OTHER + "'");
		}
		return false;
	}

}
