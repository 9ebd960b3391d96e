package io.bedrockruntime.internal.operation;

/**
 * Makes the common view of requests of one type that run a model.
 *
 * @param <I> the type of request
 */
@FunctionalInterface
public interface InferenceView<I> {

	/**
	 * Return the view of a request.
	 */
	InferenceRequest<I> of(I request);

}
