package io.bedrockruntime.internal.operation;

import java.util.function.Function;

import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.counttokens.CountTokensRequest;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Requests for a model that may go to another place, where the model and the guardrail
 * may have other names.
 */
public final class Invocations {

	private final RequestDefaultsApplier defaults;

	private final RequestMetadataContributor metadata;

	/**
	 * Create an instance.
	 * @param defaults fills the gaps of requests
	 * @param metadata adds metadata to requests
	 */
	public Invocations(RequestDefaultsApplier defaults, RequestMetadataContributor metadata) {
		this.defaults = defaults;
		this.metadata = metadata;
	}

	public OperationCall of(ConverseRequest request) {
		ConverseRequest filled = this.defaults.fill(request);
		return complete(invocation(filled), (context) -> invocation(this.metadata.addTo(filled, context)));
	}

	public OperationCall of(ConverseStreamRequest request) {
		ConverseStreamRequest filled = this.defaults.fill(request);
		return complete(invocation(filled), (context) -> invocation(this.metadata.addTo(filled, context)));
	}

	public OperationCall of(InvokeModelRequest request) {
		InvokeModelRequest filled = this.defaults.fill(request);
		return complete(invocation(filled), (context) -> invocation(this.metadata.addTo(filled, context)));
	}

	public OperationCall of(InvokeModelWithResponseStreamRequest request) {
		InvokeModelWithResponseStreamRequest filled = this.defaults.fill(request);
		return complete(invocation(filled), (context) -> invocation(this.metadata.addTo(filled, context)));
	}

	public OperationCall of(CountTokensRequest request) {
		return movable("CountTokens", request.modelId(), request,
				(target) -> CountTokensRequests.prepare((target != null && target.modelId() != null)
						? new CountTokensRequest(target.modelId(), request.input()) : request));
	}

	private OperationCall complete(OperationCall invocation, Function<ContextView, OperationCall> completion) {
		return this.metadata.isNone() ? invocation : invocation.completedBy(completion);
	}

	private static OperationCall invocation(ConverseRequest request) {
		return movable("Converse", request.modelId(), request,
				(target) -> RequestMarshaller.prepare(adapt(request, target)));
	}

	private static OperationCall invocation(ConverseStreamRequest request) {
		return movable("ConverseStream", request.modelId(), request,
				(target) -> RequestMarshaller.prepare(adapt(request, target)));
	}

	private static OperationCall invocation(InvokeModelRequest request) {
		return movable("InvokeModel", request.modelId(), request,
				(target) -> RequestMarshaller.prepare(adapt(request, target)));
	}

	private static OperationCall invocation(InvokeModelWithResponseStreamRequest request) {
		return movable("InvokeModelWithResponseStream", request.modelId(), request,
				(target) -> RequestMarshaller.prepare((target != null)
						? InvokeModelWithResponseStreamRequest.from(adapt(request.toInvokeModelRequest(), target))
						: request));
	}

	private static OperationCall movable(String operation, String modelId, Object request,
			Function<@Nullable FailoverTarget, MarshalledRequest> preparer) {
		return new OperationCall(operation, modelId, request, true, preparer, null);
	}

	private static ConverseRequest adapt(ConverseRequest request, @Nullable FailoverTarget target) {
		if (target == null) {
			return request;
		}
		GuardrailConfiguration guardrail = request.guardrailConfig();
		if (guardrail != null && target.guardrailIdentifier() != null) {
			guardrail = new GuardrailConfiguration(target.guardrailIdentifier(), target.guardrailVersion(),
					guardrail.trace());
		}
		return request.toBuilder().modelId(model(request.modelId(), target)).guardrailConfig(guardrail).build();
	}

	private static ConverseStreamRequest adapt(ConverseStreamRequest request, @Nullable FailoverTarget target) {
		if (target == null) {
			return request;
		}
		GuardrailStreamConfiguration guardrail = request.guardrailConfig();
		if (guardrail != null && target.guardrailIdentifier() != null) {
			guardrail = new GuardrailStreamConfiguration(target.guardrailIdentifier(), target.guardrailVersion(),
					guardrail.trace(), guardrail.streamProcessingMode());
		}
		return request.toBuilder().modelId(model(request.modelId(), target)).guardrailConfig(guardrail).build();
	}

	private static InvokeModelRequest adapt(InvokeModelRequest request, @Nullable FailoverTarget target) {
		if (target == null) {
			return request;
		}
		InvokeModelRequest.Builder builder = request.toBuilder().modelId(model(request.modelId(), target));
		if (request.guardrailIdentifier() != null && target.guardrailIdentifier() != null) {
			builder.guardrailIdentifier(target.guardrailIdentifier()).guardrailVersion(target.guardrailVersion());
		}
		return builder.build();
	}

	private static String model(String requested, FailoverTarget target) {
		String instead = target.modelId();
		return (instead != null) ? instead : requested;
	}

}
