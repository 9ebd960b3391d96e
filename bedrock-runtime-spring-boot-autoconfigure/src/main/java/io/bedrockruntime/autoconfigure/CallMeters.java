package io.bedrockruntime.autoconfigure;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Records of each call what its observation makes no meter of. It is no handler of meters
 * by Micrometer's type for those, as Spring Boot takes only the first of them that fits.
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
	 * No call fails of a meter, such as one of another type that has its name.
	 */
	private void safely(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			if (this.warned.compareAndSet(false, true)) {
				logger.warn("Not all metrics of the Amazon Bedrock Runtime can be recorded", ex);
			}
		}
	}

	/**
	 * Records something of a call.
	 */
	interface Recorder {

		/**
		 * Take note that a call begins.
		 * @param context what was asked for
		 * @param tags of the call so far
		 */
		default void start(BedrockRuntimeObservationContext context, CallTags tags) {
		}

		/**
		 * Take note that a call has ended.
		 * @param context what came of it
		 * @param tags of the call
		 */
		default void stop(BedrockRuntimeObservationContext context, CallTags tags) {
		}

	}

}
