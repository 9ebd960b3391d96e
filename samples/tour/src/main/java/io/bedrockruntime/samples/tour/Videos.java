package io.bedrockruntime.samples.tour;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Factory of requests for videos of Amazon Nova Reel, which take too long for a single
 * HTTP response.
 */
@Component
class Videos {

	private final TourSettings settings;

	private final JsonMapper json;

	private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	Videos(TourSettings settings, JsonMapper json) {
		this.settings = settings;
		this.json = json;
	}

	StartAsyncInvokeRequest request(String text) {
		ObjectNode input = this.json.createObjectNode().put("taskType", "TEXT_VIDEO");
		input.putObject("textToVideoParams").put("text", text);
		input.putObject("videoGenerationConfig").put("durationSeconds", 6).put("fps", 24).put("dimension", "1280x720");
		return StartAsyncInvokeRequest.of(this.settings.videoModel(), input, this.settings.s3Uri());
	}

	/** Return the time at which the tour began. */
	Instant begin() {
		return this.begin;
	}

	@Nullable String missingProperty() {
		return this.settings.s3Uri().isBlank() ? "tour.s3-uri" : null;
	}

}
