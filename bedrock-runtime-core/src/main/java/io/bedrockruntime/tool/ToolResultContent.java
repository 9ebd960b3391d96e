package io.bedrockruntime.tool;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.bedrockruntime.internal.schema.JsonValues;
import io.bedrockruntime.model.content.DocumentBlock;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.content.SearchResultBlock;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.content.VideoBlock;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Converts the result of a function to the content of a tool's result. The service
 * accepts only objects as JSON and no blank text, so any other value becomes the member
 * {@code result} of an object.
 */
final class ToolResultContent {

	private ToolResultContent() {
	}

	static List<ToolResultContentBlock> of(@Nullable Object result) {
		// Jackson could serialize them, but not their result.
		Assert.isTrue(!(result instanceof Publisher || result instanceof CompletionStage),
				"Function returned a Publisher or CompletionStage: wait for its result, or add a reactive tool");
		if (result instanceof List<?> list && list.stream().anyMatch((element) -> block(element) != null)) {
			return list.stream().map(ToolResultContent::one).toList();
		}
		return List.of(one(result));
	}

	private static ToolResultContentBlock one(@Nullable Object result) {
		ToolResultContentBlock block = block(result);
		if (block != null) {
			return block;
		}
		if (result instanceof CharSequence text && !text.toString().isBlank()) {
			return ToolResultContentBlock.text(text.toString());
		}
		return ToolResultContentBlock.json(json(result));
	}

	private static @Nullable ToolResultContentBlock block(@Nullable Object result) {
		if (result instanceof ToolResultContentBlock block) {
			return block;
		}
		if (result instanceof ImageBlock image) {
			return ToolResultContentBlock.image(image);
		}
		if (result instanceof DocumentBlock document) {
			return ToolResultContentBlock.document(document);
		}
		if (result instanceof VideoBlock video) {
			return ToolResultContentBlock.video(video);
		}
		return (result instanceof SearchResultBlock found) ? ToolResultContentBlock.searchResult(found) : null;
	}

	private static JsonNode json(@Nullable Object result) {
		JsonNode json = (result instanceof JsonNode node) ? node : JsonValues.write(result);
		return json.isObject() ? json : JsonValues.object().set("result", json);
	}

}
