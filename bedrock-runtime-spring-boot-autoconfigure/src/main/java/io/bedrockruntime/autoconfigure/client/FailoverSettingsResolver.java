package io.bedrockruntime.autoconfigure.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeFailoverProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.aws.EndpointResolver;
import io.bedrockruntime.autoconfigure.internal.aws.RegionResolver;
import io.bedrockruntime.autoconfigure.internal.aws.RegionValidator;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.FailoverTarget;

/**
 * Resolves the failover settings of a client from its properties.
 */
class FailoverSettingsResolver {

	private static final String PREFIX = BedrockRuntimeProperties.PREFIX + ".failover.";

	private static final PropertyValidator VALIDATOR = new PropertyValidator(PREFIX);

	private static final Duration MAX_COOL_DOWN = Duration.ofDays(1);

	private final BedrockRuntimeFailoverProperties properties;

	FailoverSettingsResolver(BedrockRuntimeClientProperties properties) {
		this.properties = properties.getFailover();
	}

	FailoverSettings resolve() {
		Duration coolDown = this.properties.getCoolDown();
		VALIDATOR.require(!coolDown.isNegative() && coolDown.compareTo(MAX_COOL_DOWN) <= 0, "cool-down",
				"is %s, but must be between zero and one day".formatted(coolDown),
				"Set it to a duration such as '30s', or remove it to use the default.");
		List<FailoverTarget> targets = new ArrayList<>();
		for (BedrockRuntimeFailoverProperties.Target target : this.properties.getTargets()) {
			targets.add(target("targets[" + targets.size() + "]", target));
		}
		return new FailoverSettings(targets, coolDown);
	}

	private static FailoverTarget target(String name, BedrockRuntimeFailoverProperties.Target target) {
		String region = PropertyValidator.text(target.getRegion());
		String modelId = PropertyValidator.text(target.getModelId());
		String models = PropertyValidator.text(target.getModels());
		String identifier = PropertyValidator.text(target.getGuardrailIdentifier());
		String version = PropertyValidator.text(target.getGuardrailVersion());
		URI endpoint = target.getEndpoint();
		VALIDATOR.require(region != null || modelId != null || endpoint != null, name,
				"has neither a region nor a model nor an endpoint", "Set 'region', 'model-id' or both.");
		VALIDATOR.require(region == null || RegionResolver.isRegion(region), name + ".region",
				"is '" + region + "', but a region name consists of lower case letters, digits and hyphens",
				"Set it to a region name, for example 'eu-west-1'.");
		String similar = (region != null && endpoint == null) ? RegionValidator.similarTo(region) : null;
		VALIDATOR.require(similar == null, name + ".region", "is '" + region + "', but AWS has no such region",
				"Set it to '" + similar + "' if you mean that, or set its endpoint as well.");
		VALIDATOR.require(modelId == null || models != null, name + ".model-id", "is set without 'models'",
				"Set 'models' to the models that it replaces; '*' means all.");
		VALIDATOR.require((identifier == null) == (version == null), name + ".guardrail-identifier",
				"and 'guardrail-version' must be set together, but one of them is missing", "Set both or neither.");
		return new FailoverTarget((models != null) ? models : FailoverTarget.ANY_MODEL, region,
				(endpoint != null) ? EndpointResolver.validate(endpoint, PREFIX + name + ".endpoint") : null, modelId,
				identifier, version);
	}

}
