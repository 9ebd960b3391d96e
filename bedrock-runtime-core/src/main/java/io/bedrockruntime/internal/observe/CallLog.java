package io.bedrockruntime.internal.observe;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ErrorTypes;
import io.bedrockruntime.observation.ObservedUsage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Log line of each call, without any content.
 */
final class CallLog {

	private static final Log logger = LogFactory.getLog(CallLog.class);

	private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");

	private final BedrockRuntimeObservationContext context;

	private final long started = System.nanoTime();

	/** Request ids of the attempts before the last one that had a response. */
	private final List<String> earlierRequests = new CopyOnWriteArrayList<>();

	CallLog(BedrockRuntimeObservationContext context) {
		this.context = context;
	}

	static boolean isEnabled() {
		return logger.isDebugEnabled();
	}

	/**
	 * Record a response that another one has followed.
	 */
	void responded(@Nullable ResponseMetadata earlier) {
		String requestId = (earlier != null) ? earlier.requestId() : null;
		if (requestId != null) {
			this.earlierRequests.add(requestId);
		}
	}

	void end(@Nullable Throwable failure) {
		if (logger.isDebugEnabled()) {
			logger.debug(line(failure));
		}
	}

	private String line(@Nullable Throwable failure) {
		BedrockRuntimeObservationContext call = this.context;
		StringBuilder line = new StringBuilder(call.operation());
		add(line, "model", call.requestModel());
		add(line, "region", call.region());
		ResponseMetadata response = call.response();
		if (response != null) {
			add(line, "requestId", response.requestId());
			add(line, "status", response.httpStatus());
		}
		add(line, "attempts", call.attempts());
		add(line, "latencyMs", Duration.ofNanos(System.nanoTime() - this.started).toMillis());
		add(line, "firstChunkMs", millis(call.timeToFirstChunk()));
		add(line, "serverMs", millis(call.serverLatency()));
		ObservedUsage usage = call.usage();
		if (usage != null) {
			add(line, "in", usage.inputTokens());
			add(line, "out", usage.outputTokens());
			add(line, "cacheRead", usage.cacheReadInputTokens());
			add(line, "cacheWrite", usage.cacheWriteInputTokens());
		}
		add(line, "stop", call.stopReason());
		add(line, "error", (failure != null) ? ErrorTypes.of(failure) : call.errorType());
		add(line, "earlierRequestIds", this.earlierRequests.isEmpty() ? null : this.earlierRequests);
		return line.toString();
	}

	private static @Nullable Long millis(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() : null;
	}

	private static void add(StringBuilder line, String name, @Nullable Object value) {
		if (value != null) {
			// A user may choose the model name, and must not inject lines.
			String text = CONTROL_CHARACTERS.matcher(value.toString()).replaceAll("_");
			line.append(' ').append(name).append('=').append(text);
		}
	}

}
