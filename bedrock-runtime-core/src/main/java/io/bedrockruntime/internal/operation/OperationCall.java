package io.bedrockruntime.internal.operation;

import java.nio.ByteBuffer;

import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.util.Assert;

/**
 * Request of a call with the operation that it belongs to, before it is known to which
 * target it is sent.
 *
 * @param <I> the type of request
 * @param operation the operation
 * @param request the request, with the defaults of the client
 * @param messages the encoded messages of the event stream that is the body, or
 * {@code null} if the body is bytes
 */
public record OperationCall<I>(Operation<I> operation, I request, @Nullable Publisher<ByteBuffer> messages) {

	public OperationCall {
		Assert.notNull(request, () -> "The request of " + operation + " must not be null");
	}

	public String name() {
		return this.operation.name();
	}

	/**
	 * Return the model that the request names, or {@code null} if it has none.
	 */
	public @Nullable String modelId() {
		return this.operation.modelId(this.request);
	}

	/**
	 * Return the resource of a target that the request uses: the model, or the operation
	 * itself.
	 */
	public String resource() {
		String modelId = modelId();
		return (modelId != null) ? modelId : name();
	}

	/**
	 * Return the same call with another request.
	 */
	OperationCall<I> withRequest(I request) {
		return (request == this.request) ? this : new OperationCall<>(this.operation, request, this.messages);
	}

	/**
	 * Marshal the request for a target.
	 * @param target the settings of a failover target, or {@code null} for the client's
	 * own target
	 */
	public MarshalledRequest marshal(@Nullable FailoverTarget target) {
		return this.operation.marshal(this.request, target, this.messages);
	}

}
