package io.bedrockruntime.internal.operation;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailTrace;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.model.invoke.Trace;
import io.bedrockruntime.settings.RequestDefaults;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Fills the gaps of requests with a client's {@link RequestDefaults}.
 */
public final class RequestDefaultsApplier {

	private final RequestDefaults defaults;

	public RequestDefaultsApplier(RequestDefaults defaults) {
		this.defaults = defaults;
	}

	public void modelId(Consumer<String> builder) {
		String modelId = this.defaults.modelId();
		if (modelId != null) {
			builder.accept(modelId);
		}
	}

	public ConverseRequest fill(ConverseRequest request) {
		InferenceConfiguration inference = inference(request.modelId(), request.inferenceConfig());
		GuardrailConfiguration guardrail = request.guardrailConfig();
		if (guardrail == null && this.defaults.guardrailConfig() != null) {
			guardrail = this.defaults.guardrailConfig().toGuardrailConfiguration();
		}
		if (inference == request.inferenceConfig() && guardrail == request.guardrailConfig()) {
			return request;
		}
		return request.toBuilder().inferenceConfig(inference).guardrailConfig(guardrail).build();
	}

	public ConverseStreamRequest fill(ConverseStreamRequest request) {
		InferenceConfiguration inference = inference(request.modelId(), request.inferenceConfig());
		GuardrailStreamConfiguration guardrail = request.guardrailConfig();
		if (guardrail == null && this.defaults.guardrailConfig() != null) {
			guardrail = this.defaults.guardrailConfig();
		}
		if (inference == request.inferenceConfig() && guardrail == request.guardrailConfig()) {
			return request;
		}
		return request.toBuilder().inferenceConfig(inference).guardrailConfig(guardrail).build();
	}

	public InvokeModelRequest fill(InvokeModelRequest request) {
		GuardrailStreamConfiguration guardrail = this.defaults.guardrailConfig();
		if (guardrail == null || request.guardrailIdentifier() != null) {
			return request;
		}
		return request.toBuilder()
			.guardrailIdentifier(guardrail.guardrailIdentifier())
			.guardrailVersion(guardrail.guardrailVersion())
			.trace((request.trace() != null) ? request.trace() : trace(guardrail.trace()))
			.build();
	}

	public InvokeModelWithResponseStreamRequest fill(InvokeModelWithResponseStreamRequest request) {
		InvokeModelRequest invocation = request.toInvokeModelRequest();
		InvokeModelRequest filled = fill(invocation);
		return (filled == invocation) ? request : InvokeModelWithResponseStreamRequest.from(filled);
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

	/** The header spells in upper case what the JSON spells in lower case. */
	private static @Nullable Trace trace(@Nullable GuardrailTrace trace) {
		return (trace != null) ? Trace.of(trace.value().toUpperCase(Locale.ROOT)) : null;
	}

}
