package io.bedrockruntime.autoconfigure.observation;

import java.util.Map;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * {@link ContentSink} that logs content.
 */
class LoggingContentSink implements ContentSink {

	/** Documented, and thus independent of the package of this class. */
	static final String CATEGORY = "io.bedrockruntime.autoconfigure.LoggedContent";

	private static final Log logger = LogFactory.getLog(CATEGORY);

	@Override
	public String describe() {
		return "the log";
	}

	@Override
	public void accept(BedrockRuntimeObservationContext context, Map<String, String> content) {
		if (logger.isInfoEnabled()) {
			ResponseMetadata response = context.response();
			logger.info(context.operation() + " requestId=" + ((response != null) ? response.requestId() : null) + " "
					+ content);
		}
	}

}
