package io.bedrockruntime.samples.tour;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the tour.
 *
 * @param service the service that responds, as the tour prints it
 * @param textModel the model for text
 * @param embeddingModel the model for embeddings
 * @param imageModel the model for images
 * @param speechModel the model for speech
 * @param videoModel the model for videos
 * @param guardrailIdentifier the guardrail, empty for none
 * @param guardrailVersion the version of the guardrail
 * @param s3Uri the S3 location for videos, empty to skip them
 * @param folder the folder for images
 */
@ConfigurationProperties("tour")
record TourSettings(String service, String textModel, String embeddingModel, String imageModel, String speechModel,
		String videoModel, String guardrailIdentifier, String guardrailVersion, String s3Uri, String folder) {

}
