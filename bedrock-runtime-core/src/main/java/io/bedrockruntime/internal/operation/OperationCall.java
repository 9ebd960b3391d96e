package io.bedrockruntime.internal.operation;

import java.util.function.Function;

import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * A request before it is known where it goes.
 *
 * @param operation the AWS name of the operation
 * @param modelId the model that it names, or {@code null} if it has none
 * @param request the request as it was made, with the client's defaults
 * @param movable whether it may go to another place than the client's own
 * @param preparer prepares it for a place, with what differs there or {@code null}
 * @param completion completes it with what Reactor's context has, or {@code null} if it
 * is complete
 */
public record OperationCall(String operation, @Nullable String modelId, Object request, boolean movable,
		Function<@Nullable FailoverTarget, MarshalledRequest> preparer,
		@Nullable Function<ContextView, OperationCall> completion) {

	/**
	 * Return a request that stays in the client's own place.
	 */
	public static OperationCall fixed(@Nullable String modelId, Object request, MarshalledRequest prepared) {
		return new OperationCall(prepared.operation(), modelId, request, false, (target) -> prepared, null);
	}

	/**
	 * Return a request that is the same in each place.
	 */
	public static OperationCall same(Object request, MarshalledRequest prepared) {
		return new OperationCall(prepared.operation(), null, request, true, (target) -> prepared, null);
	}

	/**
	 * Return this with something to complete it once the call is made.
	 */
	OperationCall completedBy(Function<ContextView, OperationCall> completion) {
		return new OperationCall(this.operation, this.modelId, this.request, this.movable, this.preparer, completion);
	}

	/**
	 * Return the request as it is made in a context.
	 */
	public OperationCall in(ContextView context) {
		return (this.completion != null) ? this.completion.apply(context) : this;
	}

	/**
	 * Return what the request uses of a place: the model, or the operation itself.
	 */
	public String resource() {
		return (this.modelId != null) ? this.modelId : this.operation;
	}

	public MarshalledRequest prepare(@Nullable FailoverTarget target) {
		return this.preparer.apply(target);
	}

}
