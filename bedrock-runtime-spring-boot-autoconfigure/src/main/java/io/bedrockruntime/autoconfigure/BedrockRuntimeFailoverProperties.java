package io.bedrockruntime.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for what requests fail over to.
 *
 * @since 0.1.0
 */
public class BedrockRuntimeFailoverProperties {

	/**
	 * Further targets for requests that were throttled or met an unavailable region, in
	 * the order in which they are tried.
	 */
	private final List<Target> targets = new ArrayList<>();

	/**
	 * Time for which a target that failed is passed over.
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
	 * Another place to send requests to.
	 */
	public static final class Target {

		/**
		 * Models whose requests may go to the target, a pattern with '*' for any
		 * characters. Required if the target has a model of its own, otherwise all.
		 */
		private @Nullable String models;

		/**
		 * Region to call and to sign for. The client's own if not set.
		 */
		private @Nullable String region;

		/**
		 * URL to call instead of the region's own endpoint.
		 */
		private @Nullable URI endpoint;

		/**
		 * Model, inference profile or prompt to call instead of the one that a request
		 * names.
		 */
		private @Nullable String modelId;

		/**
		 * Guardrail in place of the one that a request has, as guardrails belong to a
		 * region.
		 */
		private @Nullable String guardrailIdentifier;

		/**
		 * Version of that guardrail, a number or DRAFT.
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
