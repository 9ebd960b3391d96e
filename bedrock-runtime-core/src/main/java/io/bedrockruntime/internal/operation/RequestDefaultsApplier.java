package io.bedrockruntime.internal.operation;

import java.util.List;
import java.util.function.Consumer;

import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.settings.RequestDefaults;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Applies a client's {@link RequestDefaults} to requests that omit a value.
 */
public final class RequestDefaultsApplier {

	private final RequestDefaults defaults;

	public RequestDefaultsApplier(RequestDefaults defaults) {
		this.defaults = defaults;
	}

	/**
	 * Set the default model, if there is one.
	 */
	public void modelId(Consumer<String> builder) {
		String modelId = this.defaults.modelId();
		if (modelId != null) {
			builder.accept(modelId);
		}
	}

	/**
	 * Apply the defaults to a request of an operation that runs a model.
	 * @param operation the operation; another one takes no defaults
	 * @param request the request
	 * @return the request, the same one if no default applies
	 */
	public <I> I applyTo(Operation<I> operation, I request) {
		InferenceView<I> view = operation.inference();
		boolean none = this.defaults.inferenceConfig() == null && this.defaults.guardrailConfig() == null;
		return (view == null || none) ? request : applyTo(view.of(request));
	}

	<I> I applyTo(InferenceRequest<I> view) {
		InferenceConfiguration given = view.inferenceConfig();
		InferenceConfiguration inference = view.takesInferenceConfig() ? inference(view.modelId(), given) : given;
		GuardrailStreamConfiguration guardrail = view.hasGuardrail() ? null : this.defaults.guardrailConfig();
		if (inference == given && guardrail == null) {
			return view.request();
		}
		return view.with(view.modelId(), inference, guardrail);
	}

	public ApplyGuardrailRequest applyGuardrail(GuardrailContentSource source, List<GuardrailContentBlock> content) {
		GuardrailStreamConfiguration guardrail = this.defaults.guardrailConfig();
		String identifier = (guardrail != null) ? guardrail.guardrailIdentifier() : null;
		String version = (guardrail != null) ? guardrail.guardrailVersion() : null;
		Assert.state(identifier != null && version != null,
				"No default guardrail with identifier and version is configured: configure both, "
						+ "or name a guardrail in an ApplyGuardrailRequest");
		return ApplyGuardrailRequest.of(identifier, version, source, content);
	}

	private @Nullable InferenceConfiguration inference(String modelId, @Nullable InferenceConfiguration given) {
		InferenceConfiguration defaults = this.defaults.inferenceConfig();
		if (defaults == null || isPrompt(modelId)) {
			return given;
		}
		if (given == null) {
			return defaults;
		}
		Integer maxTokens = given.maxTokens();
		Float temperature = given.temperature();
		Float topP = given.topP();
		List<String> stopSequences = given.stopSequences();
		InferenceConfiguration filled = new InferenceConfiguration(
				(maxTokens != null) ? maxTokens : defaults.maxTokens(),
				(temperature != null) ? temperature : defaults.temperature(), (topP != null) ? topP : defaults.topP(),
				(stopSequences != null) ? stopSequences : defaults.stopSequences());
		return filled.equals(given) ? given : filled;
	}

	private static boolean isPrompt(String modelId) {
		return modelId.startsWith("arn:") && modelId.contains(":prompt/");
	}

}
