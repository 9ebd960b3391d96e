package io.bedrockruntime.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Records metrics of each call that its observation does not record. It does not
 * implement {@code MeterObservationHandler}, as Spring Boot uses only the first matching
 * handler of that type.
 */
class CallMeters implements ObservationHandler<BedrockRuntimeObservationContext> {

	private static final Log logger = LogFactory.getLog(CallMeters.class);

	private final List<Recorder> recorders;

	private final SpanScope spanScope;

	private final AtomicBoolean warned = new AtomicBoolean();

	CallMeters(List<Recorder> recorders, SpanScope spanScope) {
		this.recorders = recorders;
		this.spanScope = spanScope;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof BedrockRuntimeObservationContext;
	}

	@Override
	public void onStart(BedrockRuntimeObservationContext context) {
		CallTags tags = CallTags.of(context);
		this.recorders.forEach((recorder) -> safely(() -> recorder.start(context, tags)));
	}

	@Override
	public void onStop(BedrockRuntimeObservationContext context) {
		CallTags tags = CallTags.of(context);
		this.spanScope.run(context,
				() -> this.recorders.forEach((recorder) -> safely(() -> recorder.stop(context, tags))));
	}

	/**
	 * A failure must not affect the call, for example if a meter of another type has the
	 * same name.
	 */
	private void safely(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			if (this.warned.compareAndSet(false, true)) {
				logger.warn("Some metrics of the Amazon Bedrock Runtime cannot be recorded", ex);
			}
		}
	}

	/**
	 * Recorder of metrics of a call.
	 */
	interface Recorder {

		/**
		 * Record the start of a call.
		 * @param context the context of the call
		 * @param tags the tags of the call so far
		 */
		default void start(BedrockRuntimeObservationContext context, CallTags tags) {
		}

		/**
		 * Record the end of a call.
		 * @param context the context of the call
		 * @param tags the tags of the call
		 */
		default void stop(BedrockRuntimeObservationContext context, CallTags tags) {
		}

	}

}
