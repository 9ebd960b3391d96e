package io.bedrockruntime.internal.operation;

import java.nio.ByteBuffer;
import java.util.function.BiFunction;

import io.bedrockruntime.observation.ObservedOperation;
import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.http.HttpMethod;

/**
 * Descriptor of an operation of the service: its name, how its request is bound to HTTP,
 * how its response is read, and how the client may treat it. The constants are in
 * {@link Operations}.
 *
 * @param <I> the type of request
 */
public abstract sealed class Operation<I> permits UnaryOperation, StreamOperation {

	private final HttpBinding<I> binding;

	private final ObservedOperation observed;

	private final @Nullable InferenceView<I> inference;

	private final @Nullable BiFunction<I, FailoverTarget, I> failover;

	Operation(OperationBuilder<I> builder, boolean streaming) {
		this.binding = builder.binding(streaming);
		this.observed = builder.observed(streaming);
		this.inference = builder.inference();
		this.failover = builder.failover();
	}

	/**
	 * Start the descriptor of an operation that sends a body.
	 * @param <I> the type of request
	 * @param name the AWS name of the operation
	 * @param template the path, with labels in braces
	 * @return the builder
	 */
	static <I> OperationBuilder<I> post(String name, String template) {
		return new OperationBuilder<>(name, HttpMethod.POST, template);
	}

	/**
	 * Start the descriptor of an operation whose request is all in its path and query.
	 * @param <I> the type of request
	 * @param name the AWS name of the operation
	 * @param template the path, with labels in braces
	 * @return the builder
	 */
	static <I> OperationBuilder<I> get(String name, String template) {
		return new OperationBuilder<>(name, HttpMethod.GET, template);
	}

	/**
	 * Return the AWS name of the operation.
	 */
	public String name() {
		return this.binding.operation();
	}

	/**
	 * Return how the request is bound to HTTP.
	 */
	HttpBinding<I> binding() {
		return this.binding;
	}

	/**
	 * Return the facts about the operation that observations show.
	 */
	public ObservedOperation observed() {
		return this.observed;
	}

	/**
	 * Return the view of the request of an operation that runs a model and takes the
	 * client's defaults and request metadata, or {@code null} for another operation.
	 */
	public @Nullable InferenceView<I> inference() {
		return this.inference;
	}

	/**
	 * Return whether a request may be sent to another target than the client's own.
	 */
	public boolean failsOver() {
		return this.failover != null;
	}

	/**
	 * Return whether a request may be sent more than once. A body that is a stream of
	 * events exists only once.
	 */
	public boolean isRepeatable() {
		return !this.binding.hasEventStreamBody();
	}

	/**
	 * Return the model that a request names.
	 * @param request the request
	 * @return an identifier or ARN, or {@code null} if the operation has no model
	 */
	public @Nullable String modelId(I request) {
		return this.binding.modelId(request);
	}

	/**
	 * Marshal a request for a target.
	 * @param request the request
	 * @param target the settings of a failover target, or {@code null} for the client's
	 * own target
	 * @param messages the encoded messages of the event stream that is the body, or
	 * {@code null} if the body is bytes
	 * @return the marshalled request
	 */
	public MarshalledRequest marshal(I request, @Nullable FailoverTarget target,
			@Nullable Publisher<ByteBuffer> messages) {
		I adapted = (target != null && this.failover != null) ? this.failover.apply(request, target) : request;
		return this.binding.marshal(adapted, messages);
	}

	@Override
	public String toString() {
		return name();
	}

}
