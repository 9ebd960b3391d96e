package io.bedrockruntime.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Finds out where requests fail over to, as the properties say.
 */
class FailoverResolver {

	private static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".failover.";

	private static final Duration LONGEST = Duration.ofDays(1);

	private final BedrockRuntimeFailoverProperties properties;

	FailoverResolver(BedrockRuntimeClientProperties properties) {
		this.properties = properties.getFailover();
	}

	FailoverSettings resolve() {
		Duration coolDown = this.properties.getCoolDown();
		check(!coolDown.isNegative() && coolDown.compareTo(LONGEST) <= 0, "cool-down",
				"is %s, which is not from zero to a day".formatted(coolDown),
				"Set it to a duration such as '30s', or remove it to have the default.");
		List<FailoverTarget> targets = new ArrayList<>();
		for (BedrockRuntimeFailoverProperties.Target target : this.properties.getTargets()) {
			targets.add(target("targets[" + targets.size() + "]", target));
		}
		return new FailoverSettings(targets, coolDown);
	}

	private static FailoverTarget target(String name, BedrockRuntimeFailoverProperties.Target target) {
		String region = text(target.getRegion());
		String modelId = text(target.getModelId());
		String models = text(target.getModels());
		String identifier = text(target.getGuardrailIdentifier());
		String version = text(target.getGuardrailVersion());
		URI endpoint = target.getEndpoint();
		check(region != null || modelId != null || endpoint != null, name,
				"has neither a region nor a model nor an endpoint", "Set 'region', 'model-id' or both.");
		check(region == null || RegionResolver.isRegion(region), name + ".region",
				"is '" + region + "', and the name of a region has lower case letters, digits and hyphens only",
				"Set it to the name of a region, for example 'eu-west-1'.");
		String meant = (region != null && endpoint == null) ? RegionNames.meantBy(region) : null;
		check(meant == null, name + ".region", "is '" + region + "', and AWS has no such region",
				"Set it to '" + meant + "', if that is meant, or set its endpoint, too.");
		check(modelId == null || models != null, name + ".model-id", "is given without 'models'",
				"Set 'models' to the models that it stands in for; '*' means all.");
		check((identifier == null) == (version == null), name + ".guardrail-identifier",
				"and 'guardrail-version' go together, and one of them is missing", "Set both, or neither.");
		return new FailoverTarget((models != null) ? models : FailoverTarget.ANY_MODEL, region,
				(endpoint != null) ? EndpointResolver.validate(endpoint, PREFIX + name + ".endpoint") : null, modelId,
				identifier, version);
	}

	private static @Nullable String text(@Nullable String value) {
		return (value != null && StringUtils.hasText(value)) ? value.strip() : null;
	}

	private static void check(boolean valid, String name, String fault, String action) {
		if (!valid) {
			throw new InvalidBedrockRuntimeConfigurationException("'%s%s' %s".formatted(PREFIX, name, fault), action,
					PREFIX + name);
		}
	}

}
