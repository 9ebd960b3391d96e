package io.bedrockruntime.autoconfigure.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Records the content of calls, if the application enables it.
 */
class ContentHandler implements ObservationHandler<BedrockRuntimeObservationContext> {

	private static final Log logger = LogFactory.getLog(ContentHandler.class);

	private static final int MAX_LENGTH = 1_000_000;

	private final BedrockRuntimeContentFilter filter;

	private final int maxLength;

	private final ContentSink sink;

	private final AtomicBoolean warned = new AtomicBoolean();

	ContentHandler(BedrockRuntimeContentFilter filter, int maxLength, ContentSink sink) {
		this.filter = filter;
		this.maxLength = maxLength;
		this.sink = sink;
	}

	static ContentHandler of(BedrockRuntimeObservationsProperties properties,
			ObjectProvider<BedrockRuntimeContentFilter> filters, ContentSink sink) {
		int maxLength = new PropertyValidator("bedrock.runtime.observations.").requireRange("max-content-length",
				properties.getMaxContentLength(), 0, MAX_LENGTH);
		logger.warn("Content of requests and responses of the Amazon Bedrock Runtime is recorded in " + sink.describe()
				+ ", including personal and confidential data, as 'bedrock.runtime.observations.content' is set");
		return new ContentHandler(filters.getIfAvailable(() -> (text) -> text), maxLength, sink);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof BedrockRuntimeObservationContext;
	}

	@Override
	public void onStart(BedrockRuntimeObservationContext context) {
		ResponseContent received = new ResponseContent();
		context.put(ResponseContent.class, received);
		context.addContentListener(received);
	}

	@Override
	public void onStop(BedrockRuntimeObservationContext context) {
		Map<String, String> content = new LinkedHashMap<>();
		try {
			new RequestContent(writer()).addTo(content, context.request());
			ResponseContent received = context.get(ResponseContent.class);
			if (received != null) {
				received.addTo(content, writer(), context.stopReason());
			}
		}
		catch (RuntimeException ex) {
			// The message of the exception may contain the content.
			if (this.warned.compareAndSet(false, true)) {
				logger.warn("Content of a call is not recorded, as the filter failed with " + ex.getClass().getName());
			}
			return;
		}
		if (!content.isEmpty()) {
			this.sink.accept(context, content);
		}
	}

	private ContentWriter writer() {
		return new ContentWriter(new Filter(this.filter), this.maxLength);
	}

	/**
	 * Filter that never returns {@code null}.
	 */
	private record Filter(BedrockRuntimeContentFilter filter) implements UnaryOperator<String> {

		@Override
		public String apply(String text) {
			@Nullable String filtered = this.filter.filter(text);
			return (filtered != null) ? filtered : "";
		}

	}

}
