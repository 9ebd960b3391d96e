package io.bedrockruntime.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Finds out which models have clocks of their own, as the properties say.
 */
class ModelTimeoutsResolver {

	private static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".timeouts.by-model";

	private final List<BedrockRuntimeModelTimeoutsProperties> properties;

	ModelTimeoutsResolver(BedrockRuntimeClientProperties properties) {
		this.properties = properties.getTimeouts().getByModel();
	}

	void applyTo(BedrockRuntimeBuilder builder) {
		for (int i = 0; i < this.properties.size(); i++) {
			BedrockRuntimeModelTimeoutsProperties entry = this.properties.get(i);
			String name = PREFIX + "[" + i + "]";
			String models = entry.getModels();
			if (models == null || !StringUtils.hasText(models)) {
				throw new InvalidBedrockRuntimeConfigurationException(
						"'%s' does not say for which models".formatted(name),
						"Set '%s.models' to a pattern such as '*claude-opus*'.".formatted(name), name);
			}
			// Checked now, and not when the first call is made.
			apply(entry, name, Timeouts.defaults());
			builder.timeouts(models.strip(), (timeouts) -> apply(entry, name, timeouts));
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
		if (duration == null) {
			return timeouts;
		}
		try {
			return change.apply(timeouts, duration);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s' is %s, which is not longer than zero and at most a year".formatted(name, duration),
					"Set it to a duration such as '30s', or remove it.", name);
		}
	}

}
