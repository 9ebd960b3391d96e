package io.bedrockruntime.samples.tour;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the tour asks for.
 *
 * @param service the name of what answers
 * @param textModel the model for text
 * @param embeddingModel the model for embeddings
 * @param imageModel the model for images
 * @param speechModel the model for speech
 * @param videoModel the model for videos
 * @param guardrailIdentifier the guardrail, empty for none
 * @param guardrailVersion the guardrail's version
 * @param s3Uri where videos go, empty for nowhere
 * @param folder where images go
 */
@ConfigurationProperties("tour")
record TourSettings(String service, String textModel, String embeddingModel, String imageModel, String speechModel,
		String videoModel, String guardrailIdentifier, String guardrailVersion, String s3Uri, String folder) {

}
