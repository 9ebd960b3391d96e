package io.bedrockruntime.samples.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Models that do not support Converse: embeddings of texts, and an image.
 */
@Component
@Order(4)
class InvokeModelExample implements OperationExample {

	private static final List<String> TEXTS = List.of("A cat sleeps in the warm kitchen.",
			"The kitchen is warm, and two cats are sleeping.", "Interest rates went up again in March.");

	private final BedrockRuntimeOperations bedrock;

	private final TourSettings settings;

	private final JsonMapper json;

	InvokeModelExample(BedrockRuntimeOperations bedrock, TourSettings settings, JsonMapper json) {
		this.bedrock = bedrock;
		this.settings = settings;
		this.json = json;
	}

	@Override
	public String operation() {
		return "InvokeModel";
	}

	@Override
	public String http() {
		return "POST /model/{modelId}/invoke";
	}

	@Override
	public void run(Narrator narrator) throws IOException {
		embeddings(narrator);
		image(narrator);
	}

	private void embeddings(Narrator narrator) {
		narrator.part("Embeddings of three texts (" + this.settings.embeddingModel() + ")");
		TEXTS.forEach(narrator::asked);
		List<InvokeModelResponse> responses = TEXTS.stream().map(this::embed).toList();
		List<double[]> vectors = responses.stream().map(this::vector).toList();
		narrator.got("three responses, each a vector of " + vectors.get(0).length + " dimensions");
		narrator.got(similarity(1, 2, vectors));
		narrator.got(similarity(1, 3, vectors));
		narrator.got(similarity(2, 3, vectors));
		responses.forEach((response) -> narrator.facts(response.responseMetadata()));
	}

	private InvokeModelResponse embed(String text) {
		return this.bedrock.invokeModel((request) -> request.modelId(this.settings.embeddingModel())
			.body(this.json.createObjectNode().put("inputText", text).put("dimensions", 256)));
	}

	private double[] vector(InvokeModelResponse response) {
		JsonNode embedding = this.json.readTree(response.body().asInputStream()).path("embedding");
		return embedding.valueStream().mapToDouble(JsonNode::asDouble).toArray();
	}

	private static String similarity(int first, int second, List<double[]> vectors) {
		double cosine = cosine(vectors.get(first - 1), vectors.get(second - 1));
		return String.format(Locale.ROOT, "similarity of %d and %d: %.2f", first, second, cosine);
	}

	private static double cosine(double[] first, double[] second) {
		double product = 0;
		double squares = 0;
		double otherSquares = 0;
		for (int i = 0; i < first.length; i++) {
			product += first[i] * second[i];
			squares += first[i] * first[i];
			otherSquares += second[i] * second[i];
		}
		return product / Math.sqrt(squares * otherSquares);
	}

	private void image(Narrator narrator) throws IOException {
		narrator.part("An image (" + this.settings.imageModel() + ")");
		narrator.asked("A lighthouse at dawn, 640 x 384 pixels");
		InvokeModelResponse response = this.bedrock
			.invokeModel((request) -> request.modelId(this.settings.imageModel()).body("""
					{
					  "taskType": "TEXT_IMAGE",
					  "textToImageParams": { "text": "A lighthouse at dawn" },
					  "imageGenerationConfig": { "width": 640, "height": 384 }
					}
					"""));
		byte[] png = this.json.readTree(response.body().asInputStream()).path("images").path(0).binaryValue();
		Path file = Files.createDirectories(Path.of(this.settings.folder())).resolve("lighthouse.png");
		Files.write(file, png);
		BufferedImage image = ImageIO.read(file.toFile());
		narrator.got("an image of " + image.getWidth() + " x " + image.getHeight() + " pixels, saved as "
				+ this.settings.folder() + "/" + file.getFileName());
		narrator.facts(response.responseMetadata());
	}

}
