package io.bedrockruntime.autoconfigure.client;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeModelTimeoutsProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the timeouts of single models from the properties.
 */
class ModelTimeoutsResolver {

	private static final PropertyValidator VALIDATOR = new PropertyValidator(
			BedrockRuntimeProperties.PREFIX + ".timeouts.");

	private final List<BedrockRuntimeModelTimeoutsProperties> properties;

	ModelTimeoutsResolver(BedrockRuntimeClientProperties properties) {
		this.properties = properties.getTimeouts().getByModel();
	}

	void applyTo(BedrockRuntimeBuilder builder) {
		for (int i = 0; i < this.properties.size(); i++) {
			BedrockRuntimeModelTimeoutsProperties entry = this.properties.get(i);
			String name = "by-model[" + i + "]";
			String models = PropertyValidator.text(entry.getModels());
			if (models == null) {
				throw VALIDATOR.failure(name, "does not say for which models",
						"Set its 'models' to a pattern such as '*claude-opus*'.");
			}
			// Validated now, not with the first call.
			apply(entry, name, Timeouts.defaults());
			builder.timeouts(models, (timeouts) -> apply(entry, name, timeouts));
		}
	}

	private static Timeouts apply(BedrockRuntimeModelTimeoutsProperties entry, String name, Timeouts timeouts) {
		Timeouts changed = change(timeouts, name + ".acquire", entry.getAcquire(), Timeouts::withAcquire);
		changed = change(changed, name + ".response", entry.getResponse(), Timeouts::withResponse);
		changed = change(changed, name + ".idle", entry.getIdle(), Timeouts::withIdle);
		return change(changed, name + ".call", entry.getCall(), Timeouts::withCall);
	}

	private static Timeouts change(Timeouts timeouts, String name, @Nullable Duration duration,
			BiFunction<Timeouts, Duration, Timeouts> change) {
		return (duration != null)
				? change.apply(timeouts, VALIDATOR.requirePositive(name, duration, Timeouts.MAX_DURATION)) : timeouts;
	}

}
