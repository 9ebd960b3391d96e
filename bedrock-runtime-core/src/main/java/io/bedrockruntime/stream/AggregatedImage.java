package io.bedrockruntime.stream;

import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ErrorBlock;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.content.ImageFormat;
import io.bedrockruntime.model.content.ImageSource;
import io.bedrockruntime.model.converse.stream.ImageBlockDelta;
import io.bedrockruntime.model.converse.stream.ImageBlockStart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Aggregator of an image. Pieces of bytes are concatenated; of other sources the last one
 * applies.
 */
final class AggregatedImage implements AggregatedPart {

	/** Missing source, which is written as an empty object. */
	private static final ImageSource NONE = new ImageSource.Unknown("", NullNode.getInstance());

	private final AggregatedBytes bytes = new AggregatedBytes();

	private final Map<String, JsonNode> unknownMembers = new LinkedHashMap<>();

	private @Nullable ImageFormat format;

	private ImageSource source = NONE;

	private @Nullable ErrorBlock error;

	void start(ImageBlockStart start) {
		this.format = start.format();
		this.unknownMembers.putAll(start.unknownMembers());
	}

	void append(ImageBlockDelta delta) {
		this.unknownMembers.putAll(delta.unknownMembers());
		this.error = (delta.error() != null) ? delta.error() : this.error;
		if (delta.source() instanceof ImageSource.Bytes variant) {
			this.bytes.append(variant.bytes());
		}
		else if (delta.source() != null) {
			this.source = delta.source();
		}
	}

	@Override
	public ContentBlock toContent(boolean complete) {
		Map<String, JsonNode> members = new LinkedHashMap<>(this.unknownMembers);
		ImageFormat format = this.format;
		if (format == null) {
			// Without a start, the format may be in a delta.
			JsonNode inDelta = members.remove("format");
			format = ImageFormat.of((inDelta != null) ? inDelta.asString("") : "");
		}
		return ContentBlock.image(new ImageBlock(format,
				this.bytes.isEmpty() ? this.source : ImageSource.bytes(this.bytes.toBlob()), this.error, members));
	}

}
