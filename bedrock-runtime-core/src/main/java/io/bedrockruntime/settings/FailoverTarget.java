package io.bedrockruntime.settings;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Target of a failover: another region, another model or inference profile, or both.
 *
 * @param models the models whose requests may be sent to this target: a pattern with
 * {@code *} for any characters, such as {@code eu.anthropic.claude-sonnet-*}
 * @param region the region to call and to sign for; {@code null} for the client's
 * @param endpoint the endpoint to call; {@code null} for the endpoint of the region, or
 * the client's if no region is given
 * @param modelId the model, inference profile or prompt to call instead; {@code null} for
 * the same
 * @param guardrailIdentifier the guardrail that replaces the guardrail of a request,
 * because guardrails belong to a region; {@code null} for the same. A request without a
 * guardrail is sent without one
 * @param guardrailVersion the version of that guardrail
 * @since 0.1.0
 */
public record FailoverTarget(String models, @Nullable String region, @Nullable URI endpoint, @Nullable String modelId,
		@Nullable String guardrailIdentifier, @Nullable String guardrailVersion) {

	/** Requests for any model. */
	public static final String ANY_MODEL = "*";

	/**
	 * Create an instance.
	 * @param models the models whose requests may be sent to this target
	 * @param region the region to call and to sign for
	 * @param endpoint the endpoint to call
	 * @param modelId the model to call instead
	 * @param guardrailIdentifier the guardrail that replaces the guardrail of a request
	 * @param guardrailVersion the version of that guardrail
	 */
	public FailoverTarget {
		Assert.hasText(models, "'models' must not be empty");
		Assert.isTrue(StringUtils.hasText(region) || StringUtils.hasText(modelId) || endpoint != null,
				"A failover target requires a region, an endpoint or a model");
		Assert.isTrue(region == null || StringUtils.hasText(region), "'region' must not be empty");
		Assert.isTrue(modelId == null || StringUtils.hasText(modelId), "'modelId' must not be empty");
		Assert.isTrue((guardrailIdentifier == null) == (guardrailVersion == null),
				"'guardrailIdentifier' and 'guardrailVersion' go together");
	}

	/**
	 * Return a target in another region for requests for any model.
	 * @param region the region to call and to sign for
	 * @return the target
	 */
	public static FailoverTarget region(String region) {
		return new FailoverTarget(ANY_MODEL, region, null, null, null, null);
	}

	/**
	 * Return a target with another model for requests for some models.
	 * @param models the models of these requests, a pattern with {@code *}
	 * @param modelId the model, inference profile or prompt to call instead
	 * @return the target
	 */
	public static FailoverTarget model(String models, String modelId) {
		return new FailoverTarget(models, null, null, modelId, null, null);
	}

	/**
	 * Return this target in another region.
	 * @param region the region to call and to sign for, or {@code null} for the client's
	 * @return the new target
	 */
	public FailoverTarget withRegion(@Nullable String region) {
		return new FailoverTarget(this.models, region, this.endpoint, this.modelId, this.guardrailIdentifier,
				this.guardrailVersion);
	}

	/**
	 * Return this target with another endpoint.
	 * @param endpoint the endpoint to call, or {@code null} for the endpoint of the
	 * region
	 * @return the new target
	 */
	public FailoverTarget withEndpoint(@Nullable URI endpoint) {
		return new FailoverTarget(this.models, this.region, endpoint, this.modelId, this.guardrailIdentifier,
				this.guardrailVersion);
	}

	/**
	 * Return this target with another guardrail for requests that have one.
	 * @param identifier the identifier or ARN of the guardrail
	 * @param version the version of the guardrail, a number or {@code DRAFT}
	 * @return the new target
	 */
	public FailoverTarget withGuardrail(String identifier, String version) {
		return new FailoverTarget(this.models, this.region, this.endpoint, this.modelId, identifier, version);
	}

}
