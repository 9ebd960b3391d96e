package io.bedrockruntime.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for failover.
 *
 * @since 0.1.0
 */
public class BedrockRuntimeFailoverProperties {

	/**
	 * Targets for requests that are throttled or whose region is unavailable, in the
	 * order in which to try them.
	 */
	private final List<Target> targets = new ArrayList<>();

	/**
	 * Time to skip a target after it failed.
	 */
	private Duration coolDown = Duration.ofSeconds(30);

	public List<Target> getTargets() {
		return this.targets;
	}

	public Duration getCoolDown() {
		return this.coolDown;
	}

	public void setCoolDown(Duration coolDown) {
		this.coolDown = coolDown;
	}

	/**
	 * Target of a failover.
	 */
	public static final class Target {

		/**
		 * Models whose requests may be sent to the target, as a pattern in which '*'
		 * matches any characters. Required if the target sets a model, otherwise all
		 * models match.
		 */
		private @Nullable String models;

		/**
		 * AWS region to call and to sign for. The region of the client if it is not set.
		 */
		private @Nullable String region;

		/**
		 * URL to call instead of the endpoint of the region.
		 */
		private @Nullable URI endpoint;

		/**
		 * Model, inference profile or prompt that replaces the one of the request.
		 */
		private @Nullable String modelId;

		/**
		 * Guardrail that replaces the one of the request, as guardrails belong to a
		 * region.
		 */
		private @Nullable String guardrailIdentifier;

		/**
		 * Version of that guardrail: a number or DRAFT.
		 */
		private @Nullable String guardrailVersion;

		public @Nullable String getModels() {
			return this.models;
		}

		public void setModels(@Nullable String models) {
			this.models = models;
		}

		public @Nullable String getRegion() {
			return this.region;
		}

		public void setRegion(@Nullable String region) {
			this.region = region;
		}

		public @Nullable URI getEndpoint() {
			return this.endpoint;
		}

		public void setEndpoint(@Nullable URI endpoint) {
			this.endpoint = endpoint;
		}

		public @Nullable String getModelId() {
			return this.modelId;
		}

		public void setModelId(@Nullable String modelId) {
			this.modelId = modelId;
		}

		public @Nullable String getGuardrailIdentifier() {
			return this.guardrailIdentifier;
		}

		public void setGuardrailIdentifier(@Nullable String guardrailIdentifier) {
			this.guardrailIdentifier = guardrailIdentifier;
		}

		public @Nullable String getGuardrailVersion() {
			return this.guardrailVersion;
		}

		public void setGuardrailVersion(@Nullable String guardrailVersion) {
			this.guardrailVersion = guardrailVersion;
		}

	}

}
